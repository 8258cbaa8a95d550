package dev.waymark.client;

import java.util.Optional;

/**
 * How to start a generation.
 *
 * @param idempotencyKey within 24 hours, a start with the same key and the same request gives the
 *     first answer again and charges nothing; without one each start gets a fresh key
 * @param maxCredits refuse rather than hold more credits than this
 * @param testError with a test key, the error that the start or its generation ends with
 */
public record StartOptions(
    Optional<String> idempotencyKey, Optional<Long> maxCredits, Optional<TestError> testError) {

  private static final StartOptions DEFAULTS =
      new StartOptions(Optional.empty(), Optional.empty(), Optional.empty());

  public StartOptions {
    idempotencyKey = idempotencyKey.map(IdempotencyKey::valid);
    if (maxCredits.filter(credits -> credits < 0).isPresent()) {
      throw new IllegalArgumentException("maxCredits must not be negative");
    }
  }

  public static StartOptions defaults() {
    return DEFAULTS;
  }

  public StartOptions withIdempotencyKey(String key) {
    return new StartOptions(Optional.of(key), maxCredits, testError);
  }

  public StartOptions withMaxCredits(long credits) {
    return new StartOptions(idempotencyKey, Optional.of(credits), testError);
  }

  /** For test keys only: with a live one, the start is an {@link IllegalArgumentException}. */
  public StartOptions withTestError(TestError error) {
    return new StartOptions(idempotencyKey, maxCredits, Optional.of(error));
  }
}
