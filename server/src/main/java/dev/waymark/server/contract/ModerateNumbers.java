package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether the numbers of a JSON value are of a size that can be reckoned with. JSON sets no bound,
 * and {@code 1e2147483647} would take gigabytes to write out.
 */
final class ModerateNumbers {
  private static final int MAX_EXPONENT = 400;

  private ModerateNumbers() {}

  static boolean isAll(JsonNode value) {
    return value.isNumber()
        ? Math.abs((long) value.decimalValue().scale()) <= MAX_EXPONENT
        : value.valueStream().allMatch(ModerateNumbers::isAll);
  }
}
