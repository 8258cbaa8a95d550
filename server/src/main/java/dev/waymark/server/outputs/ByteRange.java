package dev.waymark.server.outputs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes {@code first} to {@code last}, both included, counted from 0. */
record ByteRange(long first, long last) {
  // One range only. More of them, other units and whatever cannot be read are ignored, as RFC 9110
  // (14.2) allows.
  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

  static ByteRange whole(long length) {
    return new ByteRange(0, length - 1);
  }

  /**
   * The part that the header asks of {@code length} bytes.
   *
   * @return nothing if the header is to be ignored; an unsatisfiable range if it lies outside
   */
  static Optional<ByteRange> read(@Nullable String header, long length) {
    Matcher range = header == null ? null : ONE_RANGE.matcher(header);
    if (range == null || !range.matches()) {
      return Optional.empty();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), length));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? length - 1 : Long.parseLong(last);
    return !last.isEmpty() && to < from
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(to, length - 1)));
  }

  private static ByteRange suffix(long count, long length) {
    return new ByteRange(count == 0 ? length : Math.max(0, length - count), length - 1);
  }

  boolean isSatisfiable() {
    return first <= last;
  }

  long length() {
    return last - first + 1;
  }

  /** As {@code Content-Range} says it. */
  String contentRange(long of) {
    return "bytes %d-%d/%d".formatted(first, last, of);
  }
}
