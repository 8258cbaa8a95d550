package dev.waymark.client.limits;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The account's generations in flight, as the last refusal named them and as answers have changed
 * since. Each finish makes room once, however often it is seen and whatever is said after it. Not
 * safe for many threads.
 */
final class InFlight {

  private final NewestIds running = new NewestIds();
  private final NewestIds unusedFinishes = new NewestIds();
  private final NewestIds usedFinishes = new NewestIds();
  private final Map<String, Integer> watched = new HashMap<>();

  /** Whether one of those that the server named has finished since, which then is used up. */
  boolean refused(Collection<String> named) {
    // One that names what has finished is older than that, and does not know what was started then.
    if (!unusedFinishes.containsAny(named) && !usedFinishes.containsAny(named)) {
      running.clear();
    }
    named.forEach(this::started);
    Optional<String> room = named.stream().filter(unusedFinishes::contains).findFirst();
    room.ifPresent(this::used);
    return room.isPresent();
  }

  /** The answer to a start that is sent again comes from before the finish. */
  void started(String id) {
    if (!unusedFinishes.contains(id) && !usedFinishes.contains(id)) {
      running.add(id);
    }
  }

  /** Whether it has made room of which the last refusal did not know. */
  boolean finished(String id) {
    return running.remove(id);
  }

  /** Somebody goes on because of it. */
  void used(String finished) {
    unusedFinishes.remove(finished);
    usedFinishes.add(finished);
  }

  /** Nobody was there to use the room that it made. */
  void unused(String finished) {
    if (!usedFinishes.contains(finished)) {
      unusedFinishes.add(finished);
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
    Optional<String> next = running.oldest(id -> !watched.containsKey(id));
    next.ifPresent(id -> {
      running.remove(id);
      running.add(id);
    });
    return next;
  }
}
