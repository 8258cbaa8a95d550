package dev.waymark.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.process.Command;

/**
 * What came of a run: what Schemathesis wrote for people, and for programs.
 *
 * @param refused by operation, how many of its calls were answered with 429
 */
public record FuzzReport(Command.Outcome outcome, JsonNode json, JsonNode refused) {

  /** How many calls of the operation were accepted. */
  int accepted(Operation operation) {
    return json.path("valid_rates")
        .path(label(operation))
        .valueStream()
        .mapToInt(phase -> phase.path("accepted").asInt())
        .sum();
  }

  /** How many calls of the operation were answered with 429. */
  int refusedForALimit(Operation operation) {
    return refused.path(operation.id()).asInt();
  }

  private static String label(Operation operation) {
    return operation.method() + " " + operation.path();
  }
}
