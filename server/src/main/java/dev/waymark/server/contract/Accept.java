package dev.waymark.server.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Accept} (RFC 9110, section 12.5.1). Of the ranges that hold a media type the
 * most specific one counts, and with {@code q=0} it is refused. What cannot be read as a range is
 * left out.
 */
record Accept(List<Range> ranges) {
  private static final Pattern RANGE = Pattern.compile("([^/;\\s]+)/([^/;\\s]+)\\s*(;.*)?");
  private static final Pattern WEIGHT =
      Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

  Accept {
    ranges = List.copyOf(ranges);
  }

  static Accept of(List<String> headers) {
    return new Accept(
        headers.stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .map(text -> Range.of(text.strip().toLowerCase(Locale.ROOT)))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Whether one of the media types can be given; without a single range anything can. */
  boolean takesAny(List<String> mediaTypes) {
    return ranges.isEmpty() || mediaTypes.stream().anyMatch(this::takes);
  }

  private boolean takes(String mediaType) {
    return ranges.stream()
        .filter(range -> range.holds(mediaType))
        .max(Comparator.comparingInt(Range::specificity))
        .filter(Range::wanted)
        .isPresent();
  }

  /** A media range such as {@code application/*}. */
  record Range(String type, String subtype, boolean wanted) {
    static Optional<Range> of(String text) {
      Matcher range = RANGE.matcher(text);
      return range.matches()
          ? Optional.of(new Range(range.group(1), range.group(2), isWanted(range.group(3))))
          : Optional.empty();
    }

    private static boolean isWanted(@Nullable String parameters) {
      Matcher weight = WEIGHT.matcher(parameters == null ? "" : parameters);
      return !weight.find() || new BigDecimal(weight.group(1)).signum() > 0;
    }

    boolean holds(String mediaType) {
      int slash = mediaType.indexOf('/');
      return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
          && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    int specificity() {
      return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
    }
  }
}
