package dev.waymark.client.limits;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account's generations in flight, as the last refusal named them and as answers have changed
 * since. Not safe for many threads.
 */
final class InFlight {

  /** Only those matter that finish while a refusal is on its way. */
  private static final int REMEMBERED = 1000;

  private final Set<String> running = new LinkedHashSet<>();
  private final Set<String> unusedFinishes = new LinkedHashSet<>();
  private final Map<String, Integer> watched = new HashMap<>();

  /** Whether one of those that the server named has finished since, which then is used up. */
  boolean refused(Collection<String> named) {
    running.clear();
    running.addAll(named);
    running.removeAll(unusedFinishes);
    return unusedFinishes.removeAll(named);
  }

  void started(String id) {
    running.add(id);
  }

  /** Whether it has made room of which the last refusal did not know. */
  boolean finished(String id) {
    return running.remove(id);
  }

  /** Nobody was there to use the room that it made. */
  void unused(String finished) {
    unusedFinishes.add(finished);
    if (unusedFinishes.size() > REMEMBERED) {
      Iterator<String> oldest = unusedFinishes.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** A call waits at the server until it is finished. */
  void watch(String id) {
    watched.merge(id, 1, Integer::sum);
  }

  void watchNoMore(String id) {
    watched.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** One that no call watches; the next time another one, if there is one. */
  Optional<String> nextUnwatched() {
    Optional<String> next = running.stream().filter(id -> !watched.containsKey(id)).findFirst();
    next.ifPresent(id -> {
      running.remove(id);
      running.add(id);
    });
    return next;
  }
}
