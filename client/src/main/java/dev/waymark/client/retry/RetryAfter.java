package dev.waymark.client.retry;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long to wait, as an answer's headers say it: {@code Retry-After-Ms} if it is there, else
 * {@code Retry-After} in seconds or, as a proxy may send it, as a date (RFC 9110, 10.2.3). What
 * cannot be read is as good as not sent.
 */
public final class RetryAfter {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  private RetryAfter() {}

  /** {@code now} is what a date is held against; one in the past is no wait at all. */
  public static Optional<Duration> of(HttpHeaders headers, Instant now) {
    Optional<String> seconds = headers.firstValue("Retry-After").map(String::strip);
    return number(headers.firstValue("Retry-After-Ms").map(String::strip))
        .map(Duration::ofMillis)
        .or(() -> number(seconds).map(Duration::ofSeconds))
        .or(() -> seconds.flatMap(RetryAfter::date).map(date -> until(date, now)));
  }

  private static Optional<Long> number(Optional<String> text) {
    return text.filter(NUMBER.asMatchPredicate()).map(Long::valueOf);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Duration until(Instant date, Instant now) {
    Duration wait = Duration.between(now, date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
