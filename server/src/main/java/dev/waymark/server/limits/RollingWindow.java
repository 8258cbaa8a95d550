package dev.waymark.server.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An exact rolling window: in any 60 seconds at most {@code limit} calls are admitted, and a call
 * is admitted whenever that allows it.
 *
 * <p>It keeps the instant of every admitted call of the last 60 seconds, so it needs room for
 * {@code limit} instants. A refused call leaves no trace. A clock that steps back behind the last
 * admitted call is read as standing still. Safe for use by several threads.
 */
final class RollingWindow {
  static final Duration LENGTH = Duration.ofSeconds(60);

  private final Deque<Instant> admitted = new ArrayDeque<>();

  synchronized Admission admit(Instant now, int limit) {
    boolean room = counted(now) < limit;
    if (room) {
      count(now);
    }
    return admission(room, now, limit);
  }

  /** What it would say to a call now; leaves no trace. An empty window has its next slot now. */
  synchronized Admission peek(Instant now, int limit) {
    return admission(counted(now) < limit, now, limit);
  }

  /** Counts a call that was admitted elsewhere, whether or not there is room for it here. */
  synchronized void count(Instant now) {
    Instant stamp = still(now);
    while (!admitted.isEmpty() && hasLeft(admitted.getFirst(), stamp)) {
      admitted.removeFirst();
    }
    admitted.addLast(stamp);
  }

  /** Takes back a call that was admitted at that time. */
  synchronized void takeBack(Instant then) {
    if (!admitted.removeLastOccurrence(then)) {
      // The clock stood still: the call was counted as one of the last.
      admitted.pollLast();
    }
  }

  private Instant still(Instant now) {
    return admitted.isEmpty() || now.isAfter(admitted.getLast()) ? now : admitted.getLast();
  }

  private static boolean hasLeft(Instant call, Instant now) {
    return !call.plus(LENGTH).isAfter(now);
  }

  private int left(Instant now) {
    Instant stamp = still(now);
    int left = 0;
    for (Instant call : admitted) {
      if (!hasLeft(call, stamp)) {
        break;
      }
      left++;
    }
    return left;
  }

  private int counted(Instant now) {
    return admitted.size() - left(now);
  }

  private Admission admission(boolean room, Instant now, int limit) {
    int left = left(now);
    int counted = admitted.size() - left;
    // A plan that shrank leaves more calls in the window than it allows; then a slot frees only
    // when enough have left.
    int before = left + (room ? 0 : counted - limit);
    Instant nextFree =
        counted == 0 ? now : admitted.stream().skip(before).findFirst().orElseThrow().plus(LENGTH);
    return new Admission(room, limit, Math.max(0, limit - counted), now, nextFree);
  }
}
