package dev.waymark.server.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Accept} (RFC 9110, section 12.5.1). Of the ranges that hold a media type the
 * most specific one counts, and with {@code q=0} it is refused. What cannot be read as a range is
 * left out.
 */
record Accept(List<Range> ranges) {
  private static final int FULL_WEIGHT = 1000;
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

  /**
   * The weight, in thousandths, of a media type that is named itself and not by a wildcard; the
   * greatest, if it is named more than once.
   */
  OptionalInt weightOf(String mediaType) {
    return ranges.stream().filter(range -> range.names(mediaType)).mapToInt(Range::weight).max();
  }

  /** The header without the ranges that name one of these media types. */
  Accept without(Predicate<String> mediaTypes) {
    return new Accept(
        ranges.stream().filter(range -> !mediaTypes.test(range.mediaType())).toList());
  }

  private boolean takes(String mediaType) {
    return ranges.stream()
        .filter(range -> range.holds(mediaType))
        .max(Comparator.comparingInt(Range::specificity))
        .filter(range -> range.weight() > 0)
        .isPresent();
  }

  /**
   * A media range such as {@code application/*}.
   *
   * @param weight in thousandths
   */
  record Range(String type, String subtype, int weight) {
    static Optional<Range> of(String text) {
      Matcher range = RANGE.matcher(text);
      return range.matches()
          ? Optional.of(new Range(range.group(1), range.group(2), weight(range.group(3))))
          : Optional.empty();
    }

    private static int weight(@Nullable String parameters) {
      Matcher weight = WEIGHT.matcher(parameters == null ? "" : parameters);
      return weight.find()
          ? Math.min(FULL_WEIGHT, new BigDecimal(weight.group(1)).movePointRight(3).intValue())
          : FULL_WEIGHT;
    }

    String mediaType() {
      return type + "/" + subtype;
    }

    boolean names(String mediaType) {
      return mediaType().equals(mediaType);
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
