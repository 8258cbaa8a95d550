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
    Duration floor = floor(refusal, attempt);
    if (floor.compareTo(policy.longestWait()) > 0) {
      return new Verdict.Enough(GaveUp.WAIT_TOO_LONG);
    }
    boolean outage = refusal.status() >= 500 || refusal.status() == 408;
    return attempt >= policy.attempts()
        ? new Verdict.Enough(GaveUp.ATTEMPTS_USED)
        : new Verdict.Again(floor, smaller(floor, growing(attempt)), outage);
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
      return said.orElseGet(() -> passes(refusal.status()));
    }
    return switch (strategy.get()) {
      case NEVER, FIX_REQUEST -> false;
      case AFTER_DELAY, BACKOFF -> true;
      case AFTER_EVENT -> said.orElseGet(() -> refusal.namedWait().isPresent());
    };
  }

  private static boolean passes(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** Never below what the server named. */
  private Duration floor(Refusal refusal, int attempt) {
    Optional<Duration> named = refusal.namedWait();
    boolean grows =
        refusal.strategy().map(RetryStrategy.BACKOFF::equals).orElse(refusal.status() >= 500);
    if (grows) {
      Duration step = step(refusal, attempt);
      return named.filter(wait -> wait.compareTo(step) > 0).orElse(step);
    }
    return named.orElseGet(() -> refusal.status() == 429 ? AFTER_429 : growing(attempt));
  }

  /** As the answer or the catalogue has it, where one of them does. */
  private Duration step(Refusal refusal, int attempt) {
    Optional<Retry> said = refusal.retry().filter(r -> r.strategy() == RetryStrategy.BACKOFF);
    Long base = said.map(Retry::baseMillis).orElse(null);
    Long most = said.map(Retry::maxMillis).orElse(null);
    if (base == null || most == null) {
      base = refusal.knownCode().map(ErrorCode::baseMillis).orElse(null);
      most = refusal.knownCode().map(ErrorCode::maxMillis).orElse(null);
    }
    return base == null || most == null
        ? growing(attempt)
        : doubled(Duration.ofMillis(base), Duration.ofMillis(most), attempt);
  }

  private Duration growing(int attempt) {
    return doubled(policy.firstPause(), policy.longestPause(), attempt);
  }

  private static Duration doubled(Duration first, Duration longest, int attempt) {
    Duration pause = first;
    for (int done = 1; done < attempt && pause.compareTo(longest) < 0; done++) {
      pause = pause.multipliedBy(2);
    }
    return smaller(pause, longest);
  }

  private static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
