package dev.waymark.client;

import java.time.Duration;
import java.util.Optional;

/** Looks at a generation until it is finished or the caller's limit is over. */
final class Awaiting {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final Poll poll;
  private final Time time;

  Awaiting(Poll poll, Time time) {
    this.poll = poll;
    this.time = time;
  }

  Generation completed(String id, Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("A limit must not be negative");
    }
    Duration begin = time.elapsed();
    FailedLooks failures = new FailedLooks();
    Optional<Generation> last = Optional.empty();
    while (true) {
      Duration pause;
      try {
        Poll.Seen seen = poll.look(id, left(begin, limit));
        if (seen.generation().isFinished()) {
          return completedOrThrown(seen.generation());
        }
        last = Optional.of(seen.generation());
        failures.forget();
        pause = seen.askAgainAfter().orElse(PAUSE);
      } catch (WaymarkException refusal) {
        pause = failures.pauseAfter(refusal);
      } catch (WaymarkConnectionException failure) {
        pause = failures.pauseAfter(failure);
      }
      Duration left = left(begin, limit);
      if (left.isZero()) {
        throw new AwaitTimeoutException(id, limit, last, failures.last());
      }
      pause(smaller(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause, left));
    }
  }

  static Generation completedOrThrown(Generation finished) {
    if (finished.status() != GenerationStatus.COMPLETED) {
      throw new GenerationFailedException(finished);
    }
    return finished;
  }

  private Duration left(Duration begin, Duration limit) {
    Duration left = limit.minus(time.elapsed().minus(begin));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void pause(Duration duration) {
    try {
      time.pause(duration);
    } catch (InterruptedException interrupt) {
      throw WaymarkInterruptedException.restoring(interrupt);
    }
  }

  private static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
