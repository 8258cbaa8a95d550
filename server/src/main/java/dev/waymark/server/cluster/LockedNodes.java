package dev.waymark.server.cluster;

import dev.waymark.server.ids.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The nodes as their locks show them. */
@Singleton
final class LockedNodes implements Nodes {
  private final String self;
  private final RollCall roll;
  private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

  LockedNodes(Ids ids, ClusterSettings settings) {
    this.self = ids.node();
    this.roll = new RollCall(self, settings.grace());
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public Set<String> alive() {
    return roll.alive();
  }

  @Override
  public int count() {
    return alive().size();
  }

  @Override
  public void whenDead(Consumer<Set<String>> listener) {
    listeners.add(listener);
  }

  RollCall roll() {
    return roll;
  }

  /** Tells everyone, or fails with the first that does. */
  void tellDead(Set<String> dead) {
    listeners.forEach(listener -> listener.accept(dead));
  }
}
