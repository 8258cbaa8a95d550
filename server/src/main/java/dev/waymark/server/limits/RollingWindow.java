package dev.waymark.server.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An exact rolling window: in any 60 seconds at most {@code limit} calls are admitted, and a call
 * is admitted whenever that allows it.
 *
 * <p>It keeps the time of every admitted call of the last 60 seconds to the nanosecond, for which
 * it needs eight to 32 bytes each. A refused call leaves no trace. A clock that steps back behind
 * the last admitted call is read as standing still. Safe for use by several threads.
 */
final class RollingWindow {
  static final Duration LENGTH = Duration.ofSeconds(60);

  private static final long LENGTH_NANOS = LENGTH.toNanos();

  private final Times admitted = new Times();

  synchronized Admission admit(Instant now, int limit) {
    int left = left(now);
    boolean room = admitted.size() - left < limit;
    if (room) {
      admitted.removeFirst(left);
      admitted.add(still(now));
      left = 0;
    }
    return admission(room, left, now, limit);
  }

  /** What it would say to a call now; leaves no trace. An empty window has its next slot now. */
  synchronized Admission peek(Instant now, int limit) {
    int left = left(now);
    return admission(admitted.size() - left < limit, left, now, limit);
  }

  /** Counts a call that was admitted elsewhere, whether or not there is room for it here. */
  synchronized void count(Instant now) {
    admitted.removeFirst(left(now));
    admitted.add(still(now));
  }

  /** Takes back a call that was admitted at that time. */
  synchronized void takeBack(Instant then) {
    int counted = admitted.size();
    if (counted == 0) {
      return;
    }
    // The last one of that time; or, where the clock stood still and it was counted as one of the
    // last, the last.
    int upTo = admitted.until(nanos(then));
    boolean found = upTo > 0 && admitted.get(upTo - 1) == nanos(then);
    admitted.remove(found ? upTo - 1 : counted - 1);
  }

  private long still(Instant now) {
    long nanos = nanos(now);
    return admitted.size() == 0 ? nanos : Math.max(nanos, admitted.last());
  }

  /** How many of the kept no longer count: a call leaves when it is 60 seconds old. */
  private int left(Instant now) {
    return admitted.until(still(now) - LENGTH_NANOS);
  }

  private Admission admission(boolean room, int left, Instant now, int limit) {
    int counted = admitted.size() - left;
    // A plan that shrank leaves more calls in the window than it allows; then a slot frees only
    // when enough have left.
    int before = left + (room ? 0 : counted - limit);
    Instant nextFree =
        counted == 0 ? now : Instant.EPOCH.plusNanos(admitted.get(before)).plus(LENGTH);
    return new Admission(room, limit, Math.max(0, limit - counted), now, nextFree);
  }

  private static long nanos(Instant instant) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
  }
}
