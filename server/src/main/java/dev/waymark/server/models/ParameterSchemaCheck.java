package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks the JSON Schema of a model's parameters: that it is one, that the values it names keep it,
 * and that a seed can be drawn from it.
 */
final class ParameterSchemaCheck {
  private final JsonSchema schemas = JsonSchema.ofSchemas();

  /** With paths from the root of the model file. */
  List<Fault> faults(ObjectNode parameters) {
    List<Fault> faults = schemas.check(parameters);
    if (faults.isEmpty()) {
      faults =
          Stream.of(namedValues(parameters), required(parameters), seed(parameters))
              .flatMap(List::stream)
              .sorted()
              .toList();
    }
    return faults.stream().map(fault -> fault.under("parameters")).toList();
  }

  private static List<Fault> namedValues(ObjectNode parameters) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : parameters.path("properties").properties()) {
      JsonSchema schema = JsonSchema.of(property.getValue());
      String path = "properties." + property.getKey();
      JsonNode allowed = property.getValue().path("enum");
      for (int index = 0; index < allowed.size(); index++) {
        faults.addAll(faults(schema, allowed.path(index), path + ".enum[" + index + "]"));
      }
      for (String keyword : List.of("const", "default")) {
        if (property.getValue().has(keyword)) {
          faults.addAll(faults(schema, property.getValue().path(keyword), path + "." + keyword));
        }
      }
    }
    return faults;
  }

  private static List<Fault> faults(JsonSchema schema, JsonNode value, String path) {
    return schema.check(value).stream().map(fault -> fault.under(path)).toList();
  }

  private static List<Fault> required(ObjectNode parameters) {
    List<Fault> faults = new ArrayList<>();
    JsonNode required = parameters.path("required");
    for (int index = 0; index < required.size(); index++) {
      if (!parameters.path("properties").has(required.path(index).asText())) {
        faults.add(
            new Fault("required[" + index + "]", "must be the name of one of the properties"));
      }
    }
    return faults;
  }

  private static List<Fault> seed(ObjectNode parameters) {
    JsonNode seed = parameters.path("properties").path("seed");
    return seed.path("minimum").asLong() <= seed.path("maximum").asLong()
        ? List.of()
        : List.of(new Fault("properties.seed.maximum", "must be at least its minimum"));
  }
}
