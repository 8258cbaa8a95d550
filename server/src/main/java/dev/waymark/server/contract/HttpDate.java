package dev.waymark.server.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in headers, in the one form that a sender may write (RFC 9110, 5.6.7). */
public final class HttpDate {
  // Two digits for the day, which the JDK's formatter of RFC 1123 has not, nor the framework.
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** {@code Thu, 01 Jan 2026 00:00:00 GMT}; parts of a second are left out. */
  public static String of(Instant moment) {
    return FORM.format(moment);
  }
}
