package dev.waymark.client;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to start a generation.
 *
 * @param idempotencyKey within 24 hours, a start with the same key and the same request gives the
 *     first answer again and charges nothing; without one each start gets a fresh key
 * @param maxCredits refuse rather than hold more credits than this
 */
public record StartOptions(Optional<String> idempotencyKey, Optional<Long> maxCredits) {

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");
  private static final StartOptions DEFAULTS = new StartOptions(Optional.empty(), Optional.empty());

  public StartOptions {
    if (idempotencyKey.filter(VISIBLE_ASCII.asMatchPredicate().negate()).isPresent()) {
      throw new IllegalArgumentException(
          "Not an Idempotency-Key: it must be 1 to 255 visible ASCII characters without spaces");
    }
    if (maxCredits.filter(credits -> credits < 0).isPresent()) {
      throw new IllegalArgumentException("maxCredits must not be negative");
    }
  }

  public static StartOptions defaults() {
    return DEFAULTS;
  }

  public StartOptions withIdempotencyKey(String key) {
    return new StartOptions(Optional.of(key), maxCredits);
  }

  public StartOptions withMaxCredits(long credits) {
    return new StartOptions(idempotencyKey, Optional.of(credits));
  }
}
