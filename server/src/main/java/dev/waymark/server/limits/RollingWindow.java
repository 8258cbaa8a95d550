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
 * {@code limit} instants. A refused call leaves no trace. A clock that steps back is read as
 * standing still. Safe for use by several threads.
 */
final class RollingWindow {
  static final Duration LENGTH = Duration.ofSeconds(60);

  private final Deque<Instant> admitted = new ArrayDeque<>();
  private Instant latest = Instant.MIN;

  synchronized Admission admit(Instant now, int limit) {
    forget(now);
    boolean room = admitted.size() < limit;
    if (room) {
      admitted.addLast(latest);
    }
    return admission(room, now, limit);
  }

  /** What it would say to a call now; leaves no trace. An empty window has its next slot now. */
  synchronized Admission peek(Instant now, int limit) {
    forget(now);
    return admission(admitted.size() < limit, now, limit);
  }

  private void forget(Instant now) {
    latest = now.isAfter(latest) ? now : latest;
    while (!admitted.isEmpty() && !admitted.getFirst().plus(LENGTH).isAfter(latest)) {
      admitted.removeFirst();
    }
  }

  private Admission admission(boolean room, Instant now, int limit) {
    int remaining = Math.max(0, limit - admitted.size());
    Instant nextFree = admitted.isEmpty() ? now : nextFree(limit, room);
    return new Admission(room, limit, remaining, now, nextFree);
  }

  // A plan that shrank leaves more calls in the window than it allows; then a slot frees only when
  // enough have left.
  private Instant nextFree(int limit, boolean room) {
    int tooMany = room ? 0 : admitted.size() - limit;
    return admitted.stream().skip(tooMany).findFirst().orElseThrow().plus(LENGTH);
  }
}
