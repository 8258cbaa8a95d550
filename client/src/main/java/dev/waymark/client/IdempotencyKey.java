package dev.waymark.client;

import java.util.regex.Pattern;

/** What the contract takes as one. */
final class IdempotencyKey {

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

  private IdempotencyKey() {}

  static String valid(String key) {
    if (!VISIBLE_ASCII.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "Not an Idempotency-Key: it must be 1 to 255 visible ASCII characters without spaces");
    }
    return key;
  }
}
