package dev.waymark.conformance.order;

import dev.waymark.conformance.contract.Operation;
import java.util.Set;

/** Which operations have something of their own that can be unreadable, and where. */
final class Spoiling {
  private static final Set<String> CURSORS =
      Set.of("listGenerations", "listModels", "listRequests", "listErrors");
  private static final Set<String> OTHERS =
      Set.of("startGeneration", "quoteGeneration", "getGeneration");

  private Spoiling() {}

  static boolean isPossible(Operation operation) {
    return CURSORS.contains(operation.id()) || OTHERS.contains(operation.id());
  }

  static boolean isOfTheQuery(Operation operation) {
    return CURSORS.contains(operation.id());
  }
}
