package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  static List<Violation> violations(Answer answer) {
    long there = HEADERS.stream().filter(answer::has).count();
    boolean counted = answer.operation().filter(Operation::isCounted).isPresent();
    if (there > 0
        && answer.operation().isPresent()
        && !counted
        && !answer.exchange().request().has("Authorization")) {
      return List.of(Clause.LIMITS.broken("an answer that counts against no limit tells of one"));
    }
    boolean behind = counted && !mayStandBefore(answer);
    if (there == 0) {
      return behind
          ? List.of(Clause.LIMITS.broken("nothing tells where the caller stands with its limit"))
          : List.of();
    }
    return there == HEADERS.size()
        ? agreement(answer, behind)
        : List.of(
            Clause.LIMITS.broken("only " + there + " of the five rate limit headers are there"));
  }

  /** Whether all five are there. */
  static boolean areTold(Exchange exchange) {
    return HEADERS.stream().allMatch(name -> exchange.header(name).isPresent());
  }

  private static boolean mayStandBefore(Answer answer) {
    return MAY_STAND_BEFORE_THE_LIMIT.contains(answer.code()) || answer.isOfTheFuture();
  }

  private static List<Violation> agreement(Answer answer, boolean isBehind) {
    Exchange exchange = answer.exchange();
    Optional<Standing> standing = Standing.of(exchange);
    if (standing.isEmpty()) {
      return List.of(Clause.LIMITS.broken("a rate limit header cannot be read"));
    }
    Standing told = standing.get();
    List<Violation> violations = new ArrayList<>();
    if (!told.agrees()) {
      violations.add(Clause.LIMITS.broken("X-RateLimit and RateLimit differ"));
    }
    if (told.window() != 60) {
      violations.add(Clause.LIMITS.broken("the window is not of 60 seconds"));
    }
    if (isBehind ? told.remaining() >= told.limit() : told.remaining() > told.limit()) {
      violations.add(Clause.LIMITS.broken("more calls remain than this one has left"));
    }
    if (exchange.status() == 429 && answer.code().equals("RATE_LIMIT") && told.remaining() != 0) {
      violations.add(Clause.LIMITS.broken("calls remain and yet it is refused"));
    }
    if (!told.isDueFrom(exchange)) {
      violations.add(Clause.LIMITS.broken("X-RateLimit-Reset is not t seconds from now"));
    }
    if (!told.isNamedAsEver()) {
      violations.add(Clause.LIMITS.odd("the policy is not named rpm"));
    }
    return violations;
  }
}
