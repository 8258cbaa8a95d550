package dev.waymark.client.retry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A date in a header, in any of the three forms that a recipient has to read (RFC 9110, 5.6.7):
 * today's, and two that proxies of old may send.
 */
final class HttpDate {
  private static final DateTimeFormatter TODAYS = DateTimeFormatter.RFC_1123_DATE_TIME;
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** The moment, if it is one; {@code now} tells the century of a year with two digits. */
  static Optional<Instant> of(String text, Instant now) {
    return read(text, TODAYS).or(() -> read(text, ASCTIME)).or(() -> read(text, rfc850(now)));
  }

  private static Optional<Instant> read(String text, DateTimeFormatter form) {
    try {
      return Optional.of(form.parse(text, Instant::from));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  /** A year is at most 50 years ahead, else it is past. */
  private static DateTimeFormatter rfc850(Instant now) {
    int earliest = now.atOffset(ZoneOffset.UTC).getYear() - 49;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
