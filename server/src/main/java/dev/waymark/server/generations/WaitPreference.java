package dev.waymark.server.generations;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code wait} out of the header {@code Prefer} (RFC 7240, section 4.3). What is not
 * understood is ignored.
 */
final class WaitPreference {
  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private WaitPreference() {}

  /** The wait asked for, at most 60 seconds; zero if none. */
  static Duration read(@Nullable String prefer) {
    if (prefer == null) {
      return Duration.ZERO;
    }
    Matcher wait = WAIT.matcher(prefer);
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
  }
}
