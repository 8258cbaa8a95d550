package dev.waymark.conformance.order;

import dev.waymark.conformance.contract.Operation;

/** Which operations have something of their own that can be unreadable, and where. */
final class Spoiling {
  private Spoiling() {}

  static boolean isPossible(Operation operation) {
    return operation.takesBody() || isOfTheQuery(operation) || operation.takes("Prefer");
  }

  static boolean isOfTheQuery(Operation operation) {
    return operation.takes("cursor");
  }
}
