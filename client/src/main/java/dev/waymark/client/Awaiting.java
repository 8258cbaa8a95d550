package dev.waymark.client;

import dev.waymark.client.retry.Durations;
import dev.waymark.client.retry.Time;
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

  Generation finished(String id, Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("A limit must not be negative");
    }
    Duration begin = time.elapsed();
    Optional<Generation> last = Optional.empty();
    while (true) {
      Poll.Seen seen = look(id, begin, left(begin, limit), last);
      if (seen.generation().isFinished()) {
        return seen.generation();
      }
      last = Optional.of(seen.generation());
      Duration left = left(begin, limit);
      if (left.isZero()) {
        throw new StillRunningException(id, limit, last, null);
      }
      pause(
          id, Durations.smaller(larger(seen.askAgainAfter().orElse(PAUSE), SHORTEST_PAUSE), left));
    }
  }

  /**
   * What has become of a look says nothing of the generation: "nothing was sent" would be taken for
   * a start that never was.
   */
  private Poll.Seen look(String id, Duration begin, Duration left, Optional<Generation> last) {
    try {
      return poll.look(id, left);
    } catch (TryLaterException | UnansweredException failure) {
      throw new StillRunningException(id, time.elapsed().minus(begin), last, failure);
    } catch (WaymarkException failure) {
      throw failure.about(id);
    }
  }

  private Duration left(Duration begin, Duration limit) {
    Duration left = limit.minus(time.elapsed().minus(begin));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void pause(String id, Duration duration) {
    try {
      time.pause(duration);
    } catch (InterruptedException interrupt) {
      throw WaymarkInterruptedException.restoring(interrupt).about(id);
    }
  }

  private static Duration larger(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
