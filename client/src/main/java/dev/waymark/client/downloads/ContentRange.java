package dev.waymark.client.downloads;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of {@code total} bytes an answer brings, both ends included (RFC 9110, 14.4). */
record ContentRange(long first, long last, long total) {

  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

  /** Empty where it cannot be read, contradicts itself or leaves the total open. */
  static Optional<ContentRange> of(Optional<String> header) {
    return header
        .map(String::strip)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(found ->
            new ContentRange(
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3))))
        .filter(range -> range.first <= range.last && range.last < range.total);
  }
}
