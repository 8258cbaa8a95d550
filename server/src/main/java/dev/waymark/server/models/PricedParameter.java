package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.waymark.server.contract.Fault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A parameter that prices depend on. It has a value in every valid set of parameters, and its
 * values can be counted.
 */
record PricedParameter(String name, JsonNode schema, boolean required) {
  static PricedParameter of(Model model, String name) {
    return new PricedParameter(name, model.parameter(name), model.requires(name));
  }

  List<JsonNode> values() {
    if (schema.has("const")) {
      return List.of(schema.path("const"));
    }
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.path("enum").spliterator(), false).distinct().toList();
    }
    return schema.path("type").asText().equals("boolean")
        ? List.of(BooleanNode.FALSE, BooleanNode.TRUE)
        : List.of();
  }

  List<Fault> faults() {
    String path = "parameters.properties." + name;
    if (values().isEmpty()) {
      return List.of(new Fault(path, "must list its values in enum, since prices depend on it"));
    }
    return required || schema.has("default")
        ? List.of()
        : List.of(new Fault(path, "must have a default or be required, since prices depend on it"));
  }

  /** Of a price row that names this parameter. */
  List<Fault> faults(JsonNode wanted, String path) {
    List<JsonNode> values = values();
    return values.isEmpty() || values.contains(wanted)
        ? List.of()
        : List.of(
            new Fault(
                path,
                "must be one of "
                    + values.stream().map(JsonNode::asText).collect(Collectors.joining(", "))));
  }
}
