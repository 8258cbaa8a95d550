package dev.waymark.server.cluster;

import java.util.Set;
import java.util.function.Consumer;

/**
 * The server processes that work on this database; each start of one is a node with a name of its
 * own, {@code node_} and 26 characters, which is never used again.
 *
 * <p>A node is alive as long as PostgreSQL sees it: it keeps a session of its own open there, and a
 * killed process loses that at once. One whose session is gone counts as alive for {@code
 * waymark.cluster.grace} more, so that it can come back, as all do when PostgreSQL restarts. What
 * is told here was looked up at most half a second ago; while the database is away, it is what was
 * known last. Nothing here waits for anything.
 */
public interface Nodes {
  /** The name of this process. Known from the start, before the database has heard of it. */
  String self();

  /** The names of all that are alive; this process is always among them. */
  Set<String> alive();

  /** How many are alive; at least 1. */
  int count();

  /**
   * Has the names told that are dead: their sessions have been gone for the grace, in every look of
   * at least two that lie a second or more apart, while the database was there all the time. Those
   * that died before this process started are told too, once the grace has passed.
   *
   * <p>Told on a thread of the cluster's own. If the listener fails, it is told again, and every
   * node tells its own, so one name can be told more than once. A dead process does not come back
   * under its name, except one that had only lost the database for longer than the grace: whoever
   * takes something away from the dead must be safe from a late owner.
   */
  void whenDead(Consumer<Set<String>> listener);
}
