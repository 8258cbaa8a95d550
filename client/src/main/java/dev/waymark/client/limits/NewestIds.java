package dev.waymark.client.limits;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A set that forgets the oldest, so that a client that lives for long does not grow with it. */
final class NewestIds {

  private static final int REMEMBERED = 1000;

  private final Set<String> ids = new LinkedHashSet<>();

  /** One that is there already keeps its age. */
  void add(String id) {
    ids.add(id);
    if (ids.size() > REMEMBERED) {
      Iterator<String> oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether it was there. */
  boolean remove(String id) {
    return ids.remove(id);
  }

  void clear() {
    ids.clear();
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  boolean containsAny(Collection<String> some) {
    return some.stream().anyMatch(ids::contains);
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  Optional<String> oldest(Predicate<String> which) {
    return ids.stream().filter(which).findFirst();
  }
}
