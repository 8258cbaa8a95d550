package dev.waymark.server.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * What a rolling window says to one call.
 *
 * @param remaining calls left after this one; all of them, where it only looked and none is counted
 * @param nextFree when the next slot frees
 */
public record Admission(boolean admitted, int limit, int remaining, Instant now, Instant nextFree) {

  /** The same as a part of a larger limit, which is the one that callers know. */
  Admission under(int whole) {
    return new Admission(admitted, whole, remaining, now, nextFree);
  }

  /** What two windows say together: what the tighter one says, on the clock of the other one. */
  Admission and(Admission other) {
    Admission tighter = isTighterThan(other) ? this : other;
    Instant free =
        tighter.nextFree.equals(tighter.now) ? other.now : other.now.plus(tighter.untilFree());
    return new Admission(admitted && other.admitted, limit, tighter.remaining, other.now, free);
  }

  private boolean isTighterThan(Admission other) {
    if (admitted != other.admitted) {
      return !admitted;
    }
    return admitted ? remaining < other.remaining : untilFree().compareTo(other.untilFree()) > 0;
  }

  /**
   * How long until the next slot frees; never zero, and never more than the window, even if the
   * clock was set back.
   */
  Duration untilFree() {
    Duration wait = Duration.between(now, nextFree);
    if (wait.compareTo(RollingWindow.LENGTH) > 0) {
      return RollingWindow.LENGTH;
    }
    return wait.isPositive() ? wait : Duration.ofMillis(1);
  }

  /** The Unix second at which the next slot is free, rounded up: true for whoever goes by it. */
  long resetSecond() {
    return nextFree.getNano() == 0 ? nextFree.getEpochSecond() : nextFree.getEpochSecond() + 1;
  }

  /** The same as seconds from now, rounded up; 0 where it is free now. */
  long resetAfterSeconds() {
    return nextFree.equals(now) ? 0 : Math.ceilDiv(untilFree().toNanos(), 1_000_000_000L);
  }
}
