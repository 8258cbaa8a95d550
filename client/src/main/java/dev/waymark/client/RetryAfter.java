package dev.waymark.client;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long to wait, as an answer's headers say it: {@code Retry-After-Ms} if it is there, else
 * {@code Retry-After}.
 */
final class RetryAfter {

  /**
   * Dates, which {@code Retry-After} may also hold, are a proxy's: the contract has whole seconds
   * only.
   */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  private RetryAfter() {}

  static Optional<Duration> of(Optional<String> millis, Optional<String> seconds) {
    return number(millis)
        .map(Duration::ofMillis)
        .or(() -> number(seconds).map(Duration::ofSeconds));
  }

  private static Optional<Long> number(Optional<String> text) {
    return text.map(String::strip).filter(NUMBER.asMatchPredicate()).map(Long::valueOf);
  }
}
