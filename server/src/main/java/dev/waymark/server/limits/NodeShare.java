package dev.waymark.server.limits;

import java.util.function.IntSupplier;

/** How much of a limit one node admits by itself, while it cannot know what the others admit. */
record NodeShare(IntSupplier aliveNodes) {
  /** The same for every node, and never nothing: a limit below the number of nodes is exceeded. */
  int of(int limit) {
    return Math.max(1, limit / Math.max(1, aliveNodes.getAsInt()));
  }
}
