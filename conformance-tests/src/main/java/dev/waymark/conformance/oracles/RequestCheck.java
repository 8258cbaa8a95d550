package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds requests of the kit against the contract, so that it accuses nobody of its own mistakes.
 */
record RequestCheck(Schemas schemas) {
  private static final ObjectMapper JSON = new ObjectMapper();

  List<String> objections(Operation operation, Request request) {
    List<String> objections = new ArrayList<>(body(operation, request));
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("header")) {
        request
            .value(parameter.path("name").asText())
            .filter(value -> !value.matches("\\d+"))
            .map(value -> texts(parameter.path("schema"), TextNode.valueOf(value)))
            .ifPresent(objections::addAll);
      }
    }
    return objections;
  }

  private List<String> body(Operation operation, Request request) {
    if (!operation.takesBody()) {
      return request.body().length == 0 ? List.of() : List.of("there is a body");
    }
    JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
    try {
      return texts(schema, JSON.readTree(request.body()));
    } catch (IOException e) {
      return List.of("the body is no JSON");
    }
  }

  private List<String> texts(JsonNode schema, JsonNode value) {
    return schemas.violations(schema, value).stream().map(Flaw::text).toList();
  }
}
