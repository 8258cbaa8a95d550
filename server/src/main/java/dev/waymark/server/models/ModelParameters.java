package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a model takes beside the prompt: checks what a caller gave and adds what was left out. */
final class ModelParameters {
  private static final String SEED = "seed";
  private static final int MOST_FAULTS = 100;

  private final Model model;
  private final JsonSchema schema;
  private final Map<String, JsonNode> properties = new LinkedHashMap<>();

  ModelParameters(Model model) {
    this.model = model;
    ObjectNode parameters = model.parameters();
    schema = JsonSchema.of(parameters);
    parameters
        .path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue()));
  }

  Model model() {
    return model;
  }

  List<Fault> check(ObjectNode given) {
    ObjectNode known = given.deepCopy();
    known.retain(properties.keySet());
    List<Fault> faults = new ArrayList<>(schema.check(known));
    given.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !properties.containsKey(name))
        .sorted()
        .limit(MOST_FAULTS)
        .forEach(name -> faults.add(Fault.unknown(name, model.lackOf(name))));
    return faults;
  }

  /** In the order of the schema; a seed that has no default is drawn. {@code given} is valid. */
  ObjectNode inForce(ObjectNode given, RandomGenerator random) {
    ObjectNode inForce = given.objectNode();
    properties.forEach((name, property) -> {
      if (given.has(name)) {
        inForce.set(name, given.get(name));
      } else if (property.has("default")) {
        inForce.set(name, property.get("default"));
      } else if (name.equals(SEED)) {
        inForce.set(SEED, drawn(property, random));
      }
    });
    return inForce;
  }

  private static JsonNode drawn(JsonNode seed, RandomGenerator random) {
    long lowest = seed.path("minimum").asLong();
    long highest = seed.path("maximum").asLong();
    return PlainNumbers.in(LongNode.valueOf(random.nextLong(lowest, highest + 1)));
  }
}
