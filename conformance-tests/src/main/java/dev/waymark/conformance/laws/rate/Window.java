package dev.waymark.conformance.laws.rate;

import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a key's rolling window must look like to a caller that makes one call after the other.
 * Nobody outside knows the moment at which the server has decided on a call, only that it lies
 * between sending and answer: what is judged here holds for every such moment, so that a slow
 * network accuses nobody.
 */
final class Window {
  static final Duration LENGTH = Duration.ofSeconds(60);

  private final int limit;
  private final Duration slack;
  private final List<Exchange> admitted = new ArrayList<>();
  private final List<Exchange> refused = new ArrayList<>();

  /**
   * A window that is empty.
   *
   * @param slack what two clocks may differ by; nothing where both are one
   */
  Window(int limit, Duration slack) {
    this.limit = limit;
    this.slack = slack;
  }

  int limit() {
    return limit;
  }

  static boolean isRefusal(Exchange call) {
    return call.status() == 429 && call.code().equals("RATE_LIMIT");
  }

  /**
   * Takes note of a call.
   *
   * @throws Breach if it cannot be so
   */
  void judge(Exchange call) {
    if (isRefusal(call)) {
      judgeRefusal(call);
      refused.add(call);
    } else {
      judgeAdmission(call);
      admitted.add(call);
      judgeState(call);
    }
    Breach.unlessSame(
        "RATE-06", "X-RateLimit-Limit", (long) limit, Read.number(call, "X-RateLimit-Limit"), call);
  }

  private void judgeAdmission(Exchange call) {
    if (certain(call) >= limit) {
      throw new Breach(
          "RATE-01",
          "a call is admitted though %d were admitted in the 60 seconds before it".formatted(limit),
          admitted.get(admitted.size() - limit),
          call);
    }
  }

  private void judgeRefusal(Exchange call) {
    long possible = possible(call, admitted);
    if (possible < limit) {
      boolean forTheRefused = possible + possible(call, refused) >= limit;
      throw new Breach(
          forTheRefused ? "RATE-04" : "RATE-01",
          "a call is refused though only %d of %d were admitted in the 60 seconds before it"
              .formatted(possible, limit),
          call);
    }
    Exchange leaving = admitted.get(admitted.size() - limit);
    long wait = Read.number(call, "Retry-After-Ms");
    long least = between(call.until(), leaving.from().plus(LENGTH)) - slack.toMillis();
    long most = between(call.from(), leaving.until().plus(LENGTH)) + slack.toMillis() + 1;
    if (wait < Math.max(1, least) || wait > Math.max(1, most)) {
      throw new Breach(
          "RATE-02",
          "Retry-After-Ms is %d, and the next call leaves the window in %d to %d ms"
              .formatted(wait, least, most),
          leaving,
          call);
    }
    long seconds = Read.number(call, "Retry-After");
    Breach.unlessSame("RATE-02", "Retry-After", Math.ceilDiv(wait, 1000L), seconds, call);
  }

  /** What an admitted call is told, itself included. */
  private void judgeState(Exchange call) {
    long remaining = Read.number(call, "X-RateLimit-Remaining");
    long least = Math.max(0, limit - possible(call, admitted));
    long most = limit - certain(call);
    if (remaining < least || remaining > most) {
      throw new Breach(
          "RATE-06",
          "X-RateLimit-Remaining is %d and should be %s after call %d"
              .formatted(
                  remaining,
                  least == most ? String.valueOf(least) : least + " to " + most,
                  admitted.size()),
          call);
    }
    long reset = Read.number(call, "X-RateLimit-Reset");
    Instant earliest = first(call, true).from().plus(LENGTH).minus(slack);
    Instant latest = first(call, false).until().plus(LENGTH).plus(slack);
    if (!isWithin(reset, earliest, latest) && !isDueByTheirClock(call, reset, earliest, latest)) {
      throw new Breach(
          "RATE-06",
          "X-RateLimit-Reset is %d, and the next slot frees in the second %d to %d"
              .formatted(reset, earliest.getEpochSecond(), latest.getEpochSecond() + 1),
          call);
    }
  }

  private static boolean isWithin(long second, Instant earliest, Instant latest) {
    return second >= earliest.getEpochSecond() && second <= latest.getEpochSecond() + 1;
  }

  /**
   * A server's clock may be another than ours, and then its Date, of whole seconds, tells of it.
   */
  private boolean isDueByTheirClock(Exchange call, long reset, Instant earliest, Instant latest) {
    Optional<Instant> date = slack.isZero() ? Optional.empty() : call.date();
    return date.filter(at -> at.isBefore(call.from().minusSeconds(1)) || at.isAfter(call.until()))
        .filter(at -> {
          Duration least = Duration.between(call.until(), at);
          Duration most = Duration.between(call.from(), at.plusSeconds(1));
          return isWithin(reset, earliest.plus(least), latest.plus(most));
        })
        .isPresent();
  }

  /** The oldest call that may, or must, still be in the window when this one is decided on. */
  private Exchange first(Exchange call, boolean mayHaveLeft) {
    return admitted.stream()
        .filter(one -> mayHaveLeft ? mayCount(one, call) : mustCount(one, call))
        .findFirst()
        .orElse(call);
  }

  private long possible(Exchange call, List<Exchange> calls) {
    return calls.stream().filter(one -> mayCount(one, call)).count();
  }

  private long certain(Exchange call) {
    return admitted.stream().filter(one -> mustCount(one, call)).count();
  }

  private boolean mayCount(Exchange one, Exchange call) {
    return one.until().plus(LENGTH).plus(slack).isAfter(call.from());
  }

  private boolean mustCount(Exchange one, Exchange call) {
    return one.from().plus(LENGTH).minus(slack).isAfter(call.until());
  }

  private static long between(Instant from, Instant until) {
    return Duration.between(from, until).toMillis();
  }
}
