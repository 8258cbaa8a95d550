package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the caller stands is told by every answer behind the limit, and by two sets of headers
 * alike. What is refused before the limit has taken no call, so all of them may remain.
 */
final class RateLaws {
  private static final List<String> HEADERS =
      List.of(
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "RateLimit-Policy",
          "RateLimit");
  private static final Pattern POLICY = Pattern.compile("\"rpm\";q=(\\d+);w=60");
  private static final Pattern STATE = Pattern.compile("\"rpm\";r=(\\d+);t=(\\d+)");

  /** Decided before the limit is asked, or, the last three, wherever the failure was. */
  private static final Set<String> MAY_STAND_BEFORE_THE_LIMIT =
      Set.of(
          "ROUTE_NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "NOT_ACCEPTABLE",
          "PAYLOAD_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "REQUEST_TIMEOUT",
          "IP_NOT_ALLOWED",
          "TIER_LOCKED",
          "MALFORMED_REQUEST",
          "INTERNAL_ERROR",
          "OVERLOADED");

  private RateLaws() {}

  static List<Violation> violations(Optional<Operation> operation, Exchange exchange) {
    long there = HEADERS.stream().filter(name -> exchange.header(name).isPresent()).count();
    boolean counted = operation.filter(Operation::isCounted).isPresent();
    if (there > 0
        && operation.isPresent()
        && !counted
        && !exchange.request().has("Authorization")) {
      return List.of(Clause.LIMITS.broken("an answer that counts against no limit tells of one"));
    }
    if (there == 0) {
      boolean owed = counted && !MAY_STAND_BEFORE_THE_LIMIT.contains(exchange.code());
      return owed
          ? List.of(Clause.LIMITS.broken("nothing tells where the caller stands with its limit"))
          : List.of();
    }
    return there == HEADERS.size()
        ? agreement(exchange, counted && !MAY_STAND_BEFORE_THE_LIMIT.contains(exchange.code()))
        : List.of(
            Clause.LIMITS.broken("only " + there + " of the five rate limit headers are there"));
  }

  /** Whether all five are there. */
  static boolean areTold(Exchange exchange) {
    return HEADERS.stream().allMatch(name -> exchange.header(name).isPresent());
  }

  private static List<Violation> agreement(Exchange exchange, boolean hasCounted) {
    Optional<MatchResult> policy = match(POLICY, exchange.require("RateLimit-Policy"));
    Optional<MatchResult> state = match(STATE, exchange.require("RateLimit"));
    if (policy.isEmpty() || state.isEmpty()) {
      return List.of(Clause.LIMITS.broken("RateLimit-Policy or RateLimit is not of its form"));
    }
    List<Violation> violations = new ArrayList<>();
    long limit = exchange.number("X-RateLimit-Limit");
    long remaining = exchange.number("X-RateLimit-Remaining");
    if (limit != number(policy.get(), 1) || remaining != number(state.get(), 1)) {
      violations.add(Clause.LIMITS.broken("X-RateLimit and RateLimit differ"));
    }
    if (hasCounted ? remaining >= limit : remaining > limit) {
      violations.add(Clause.LIMITS.broken("more calls remain than this one has left"));
    }
    if (exchange.status() == 429 && exchange.code().equals("RATE_LIMIT") && remaining != 0) {
      violations.add(Clause.LIMITS.broken("calls remain and yet it is refused"));
    }
    long reset = exchange.number("X-RateLimit-Reset");
    long delta = number(state.get(), 2);
    // Both are rounded up, so they agree to the second.
    if (reset < exchange.from().getEpochSecond() + delta - 1
        || reset > exchange.until().getEpochSecond() + delta + 1) {
      violations.add(Clause.LIMITS.broken("X-RateLimit-Reset is not t seconds from now"));
    }
    return violations;
  }

  private static Optional<MatchResult> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static long number(MatchResult match, int group) {
    return Long.parseLong(match.group(group));
  }
}
