package dev.waymark.client.retry;

import dev.waymark.client.transport.Faults;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Retry;
import dev.waymark.errors.RetryStrategy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides from the catalogue whether the same request may be sent again, and when. A pure function
 * of the answer, the number of the attempt that it answers, and the policy.
 *
 * <p>A code that this client knows goes by the catalogue; any other by the answer's own {@code
 * retry}, then by {@code X-Should-Retry}, then by its status. {@code X-Should-Retry: false} ends it
 * in any case.
 */
final class RetryDecision {

  private static final Duration AFTER_429 = Duration.ofSeconds(5);

  private final RetryPolicy policy;

  RetryDecision(RetryPolicy policy) {
    this.policy = policy;
  }

  /** {@code repeatable} says whether the request does no more the second time than the first. */
  Verdict after(Refusal refusal, boolean repeatable, int attempt) {
    if (!mayHelp(refusal)) {
      return new Verdict.Enough(GaveUp.WOULD_NOT_HELP);
    }
    if (!repeatable && Settled.stillUnknown(false, refusal)) {
      return new Verdict.Enough(GaveUp.NOT_REPEATABLE);
    }
    Optional<Duration> step = grows(refusal) ? step(refusal, attempt) : Optional.empty();
    Optional<Duration> asked = longer(refusal.namedWait(), step);
    if (asked.filter(wait -> wait.compareTo(policy.longestWait()) > 0).isPresent()) {
      return new Verdict.Enough(GaveUp.WAIT_TOO_LONG);
    }
    Duration floor = floor(refusal, asked, step.isEmpty(), attempt);
    boolean outage = refusal.status() >= 500 || refusal.status() == 408;
    return attempt >= policy.attempts()
        ? new Verdict.Enough(GaveUp.ATTEMPTS_USED)
        : new Verdict.Again(floor, Durations.smaller(floor, growing(attempt)), outage);
  }

  Verdict after(IOException failure, boolean repeatable, int attempt) {
    if (!Faults.mayPass(failure)) {
      return new Verdict.Enough(GaveUp.WOULD_NOT_HELP);
    }
    if (Faults.mayHaveArrived(failure) && !repeatable) {
      return new Verdict.Enough(GaveUp.NOT_REPEATABLE);
    }
    Duration floor = growing(attempt);
    return attempt >= policy.attempts()
        ? new Verdict.Enough(GaveUp.ATTEMPTS_USED)
        : new Verdict.Again(floor, floor, true);
  }

  private static boolean mayHelp(Refusal refusal) {
    Optional<Boolean> said = refusal.shouldRetry();
    if (said.equals(Optional.of(false))) {
      return false;
    }
    Optional<RetryStrategy> strategy = refusal.strategy();
    if (strategy.isEmpty()) {
      return said.orElseGet(() -> Refusal.passes(refusal.status()));
    }
    return switch (strategy.get()) {
      case NEVER, FIX_REQUEST -> false;
      case AFTER_DELAY, BACKOFF -> true;
      case AFTER_EVENT -> said.orElseGet(() -> refusal.namedWait().isPresent());
    };
  }

  private static boolean grows(Refusal refusal) {
    return refusal.strategy().map(RetryStrategy.BACKOFF::equals).orElse(refusal.status() >= 500);
  }

  /** Never below what the server asks for. */
  private Duration floor(Refusal refusal, Optional<Duration> asked, boolean ownSteps, int attempt) {
    Duration own = growing(attempt);
    if (grows(refusal)) {
      return ownSteps ? longer(asked, Optional.of(own)).orElse(own) : asked.orElse(own);
    }
    return asked.orElse(refusal.status() == 429 ? AFTER_429 : own);
  }

  private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
    return one.filter(wait -> other.isEmpty() || wait.compareTo(other.get()) > 0).or(() -> other);
  }

  /** The growing pause, as the answer or the catalogue has it, where one of them does. */
  private static Optional<Duration> step(Refusal refusal, int attempt) {
    Optional<Retry> said = refusal.retry().filter(r -> r.strategy() == RetryStrategy.BACKOFF);
    Long base = said.map(Retry::baseMillis).orElse(null);
    Long most = said.map(Retry::maxMillis).orElse(null);
    if (base == null || most == null) {
      base = refusal.knownCode().map(ErrorCode::baseMillis).orElse(null);
      most = refusal.knownCode().map(ErrorCode::maxMillis).orElse(null);
    }
    return base == null || most == null
        ? Optional.empty()
        : Optional.of(doubled(Duration.ofMillis(base), Duration.ofMillis(most), attempt));
  }

  private Duration growing(int attempt) {
    return doubled(policy.firstPause(), policy.longestPause(), attempt);
  }

  private static Duration doubled(Duration first, Duration longest, int attempt) {
    Duration pause = first;
    for (int done = 1; done < attempt && pause.compareTo(longest) < 0; done++) {
      pause = pause.multipliedBy(2);
    }
    return Durations.smaller(pause, longest);
  }
}
