package dev.waymark.client.limits;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a caller stands with its limits, as the headers of one answer tell it.
 *
 * @param rate calls per window; empty when the answer does not tell
 * @param concurrency generations in flight; told by the answers of starts
 */
public record Limits(Optional<Rate> rate, Optional<Concurrency> concurrency) {

  private static final Pattern WINDOW = Pattern.compile(";\\s*w=([0-9]{1,9})");
  private static final Pattern NEXT = Pattern.compile(";\\s*t=([0-9]{1,9})");

  /**
   * The rate limit.
   *
   * @param limit calls in any {@code window}
   * @param remaining calls left after this one
   * @param nextIn after how long a slot frees, in whole seconds, rounded up
   */
  public record Rate(long limit, long remaining, Duration window, Optional<Duration> nextIn) {}

  /** How many generations may run at once, and how many more may be started now. */
  public record Concurrency(long limit, long remaining) {}

  /**
   * From {@code X-RateLimit-*}, {@code RateLimit-Policy}, {@code RateLimit}
   * (draft-ietf-httpapi-ratelimit-headers) and {@code X-Concurrency-*}. What cannot be read is
   * empty.
   */
  public static Limits of(HttpHeaders headers) {
    return new Limits(rate(headers), concurrency(headers));
  }

  private static Optional<Rate> rate(HttpHeaders headers) {
    OptionalLong limit = number(headers, "X-RateLimit-Limit");
    OptionalLong remaining = number(headers, "X-RateLimit-Remaining");
    if (limit.isEmpty() || remaining.isEmpty()) {
      return Optional.empty();
    }
    Duration window = seconds(headers, "RateLimit-Policy", WINDOW).orElse(Duration.ofSeconds(60));
    return Optional.of(
        new Rate(
            limit.getAsLong(), remaining.getAsLong(), window, seconds(headers, "RateLimit", NEXT)));
  }

  private static Optional<Concurrency> concurrency(HttpHeaders headers) {
    OptionalLong limit = number(headers, "X-Concurrency-Limit");
    OptionalLong remaining = number(headers, "X-Concurrency-Remaining");
    return limit.isEmpty() || remaining.isEmpty()
        ? Optional.empty()
        : Optional.of(new Concurrency(limit.getAsLong(), remaining.getAsLong()));
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    try {
      return headers
          .firstValue(name)
          .map(String::strip)
          .filter(text -> text.length() < 19)
          .map(text -> OptionalLong.of(Long.parseUnsignedLong(text)))
          .orElseGet(OptionalLong::empty);
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  private static Optional<Duration> seconds(HttpHeaders headers, String name, Pattern part) {
    return headers
        .firstValue(name)
        .map(part::matcher)
        .filter(Matcher::find)
        .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
  }
}
