package dev.waymark.client.retry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long to wait, as an answer's headers say it: {@code Retry-After-Ms}, and {@code Retry-After}
 * in seconds or, as a proxy may send it, as a date (RFC 9110, 10.2.3). Where both are there, the
 * first one is the finer of the two; where they disagree, the longer wait counts, for one of them
 * was changed on the way. A fraction is rounded up, and what nobody can wait out is as long as the
 * longest wait there is. What cannot be read is as good as not sent.
 */
public final class RetryAfter {

  private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)(?:\\.([0-9]{1,9})[0-9]*)?");
  private static final int MOST_DIGITS = 12;
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private RetryAfter() {}

  /** {@code now} is what a date is held against; one in the past is no wait at all. */
  public static Optional<Duration> of(HttpHeaders headers, Instant now) {
    Optional<String> text = headers.firstValue("Retry-After").map(String::strip);
    Optional<Duration> seconds =
        text.flatMap(number -> wait(number, 1000))
            .or(() -> text.flatMap(date -> HttpDate.of(date, now)).map(date -> until(date, now)));
    Optional<Duration> millis =
        headers.firstValue("Retry-After-Ms").flatMap(number -> wait(number.strip(), 1));
    if (millis.isEmpty() || seconds.isEmpty()) {
      return millis.or(() -> seconds);
    }
    boolean agree = seconds.get().minusSeconds(1).compareTo(millis.get()) < 0;
    return agree ? millis : seconds;
  }

  private static Optional<Duration> wait(String text, int unitMillis) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    if (number.group(1).length() > MOST_DIGITS) {
      return Optional.of(LONGEST);
    }
    String fraction = number.group(2) == null ? "0" : number.group(2);
    BigDecimal millis =
        new BigDecimal(number.group(1) + "." + fraction).multiply(BigDecimal.valueOf(unitMillis));
    Duration wait = Duration.ofMillis(millis.setScale(0, RoundingMode.CEILING).longValueExact());
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }

  private static Duration until(Instant date, Instant now) {
    Duration wait = Duration.between(now, date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
