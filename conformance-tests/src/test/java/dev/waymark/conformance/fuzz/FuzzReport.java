package dev.waymark.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.process.Command;
import java.util.List;

/** What came of a run: what Schemathesis wrote for people, and for programs. */
record FuzzReport(Command.Outcome outcome, JsonNode json) {

  /** How many calls of the operation were accepted. */
  int accepted(Operation operation) {
    return json.path("valid_rates")
        .path(label(operation))
        .valueStream()
        .mapToInt(phase -> phase.path("accepted").asInt())
        .sum();
  }

  /** Whether most calls of the operation were answered with 429. */
  boolean wasLimited(Operation operation) {
    List<String> limited =
        json.path("warnings").path("rate_limited").valueStream().map(JsonNode::asText).toList();
    return limited.contains(label(operation));
  }

  private static String label(Operation operation) {
    return operation.method() + " " + operation.path();
  }
}
