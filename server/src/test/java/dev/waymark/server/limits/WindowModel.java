package dev.waymark.server.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The law of the rolling window at its plainest: it never forgets a call and counts anew each time.
 */
final class WindowModel {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final List<Instant> admitted = new ArrayList<>();

  Admission admit(Instant now, int limit) {
    Instant latest = still(now);
    long before = countAt(latest);
    boolean room = before < limit;
    if (room) {
      admitted.add(latest);
    }
    long counted = countAt(latest);
    int remaining = (int) Math.max(0, limit - counted);
    return new Admission(room, limit, remaining, now, nextFree(latest, room ? counted : limit));
  }

  Admission peek(Instant now, int limit) {
    Instant latest = still(now);
    long counted = countAt(latest);
    int remaining = (int) Math.max(0, limit - counted);
    Instant nextFree = counted == 0 ? now : nextFree(latest, Math.min(counted, limit));
    return new Admission(counted < limit, limit, remaining, now, nextFree);
  }

  /** A clock that steps back behind the last admitted call stands still for the window. */
  private Instant still(Instant now) {
    return admitted.isEmpty() || now.isAfter(admitted.getLast()) ? now : admitted.getLast();
  }

  /** The first instant at which fewer than so many calls count. */
  private Instant nextFree(Instant latest, long count) {
    return admitted.stream()
        .map(instant -> instant.plus(MINUTE))
        .filter(end -> end.isAfter(latest) && countAt(end) < count)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * The admitted calls in the 60 seconds up to an instant; one that is 60 seconds old no longer
   * counts.
   */
  private long countAt(Instant end) {
    Instant start = end.minus(MINUTE);
    return admitted.stream().filter(instant -> instant.isAfter(start)).count();
  }
}
