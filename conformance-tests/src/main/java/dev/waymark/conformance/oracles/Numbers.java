package dev.waymark.conformance.oracles;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers that anybody may have written. */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private Numbers() {}

  /** Nothing where it is no whole number, or one that nobody means. */
  static Optional<Long> whole(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
