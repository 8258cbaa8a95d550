package dev.waymark.server.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges from looks at the database who is alive and who is dead. Time is given in a ticker's
 * nanoseconds. Safe for use by several threads.
 */
final class RollCall {
  private final String self;
  private final long graceNanos;
  private final Map<String, Standing> standings = new HashMap<>();
  private boolean blind = true;
  private volatile Set<String> alive;
  private volatile Set<String> dead = Set.of();

  /** How a node was found in an unbroken row of looks. */
  private sealed interface Standing {
    record Present() implements Standing {}

    /**
     * @param since the first of the looks that did not find it
     * @param wasPresent whether any look ever has; otherwise it was gone before this process came
     */
    record Absent(long since, boolean wasPresent) implements Standing {}
  }

  RollCall(String self, Duration grace) {
    this.self = self;
    this.graceNanos = grace.toNanos();
    this.alive = Set.of(self);
  }

  Set<String> alive() {
    return alive;
  }

  Set<String> dead() {
    return dead;
  }

  /**
   * Takes one look into account.
   *
   * @param rows all nodes that the database knows, and whether their sessions are there
   */
  synchronized void looked(Map<String, Boolean> rows, long now) {
    Set<String> names = new HashSet<>(standings.keySet());
    names.addAll(rows.keySet());
    for (String name : names) {
      standings.compute(
          name, (_, before) -> next(before, rows.getOrDefault(name, false), now, blind));
    }
    blind = false;
    judge(now);
  }

  /** The database is away: what is seen when it is back starts all absences anew. */
  synchronized void looksAway() {
    blind = true;
    dead = Set.of();
  }

  /** What was to be done about their deaths is done. */
  synchronized void buried(Set<String> names) {
    names.stream().filter(dead::contains).forEach(standings::remove);
    Set<String> rest = new TreeSet<>(dead);
    rest.removeAll(names);
    dead = Set.copyOf(rest);
  }

  private static Standing next(@Nullable Standing before, boolean present, long now, boolean anew) {
    if (present) {
      return new Standing.Present();
    }
    return switch (before) {
      case null -> new Standing.Absent(now, false);
      case Standing.Present() -> new Standing.Absent(now, true);
      case Standing.Absent(long _, boolean wasPresent) when anew ->
          new Standing.Absent(now, wasPresent);
      case Standing.Absent absent -> absent;
    };
  }

  private void judge(long now) {
    Set<String> living = new TreeSet<>(Set.of(self));
    Set<String> gone = new TreeSet<>();
    standings.forEach((name, standing) -> {
      switch (standing) {
        case Standing.Present() -> living.add(name);
        case Standing.Absent(long since, boolean wasPresent) -> {
          boolean over = now - since >= graceNanos;
          if (over && !name.equals(self)) {
            gone.add(name);
          } else if (wasPresent) {
            living.add(name);
          }
        }
      }
    });
    alive = Set.copyOf(living);
    dead = Set.copyOf(gone);
  }
}
