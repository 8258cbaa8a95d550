package dev.waymark.conformance.laws.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Breaks good bodies, in every way that their schema knows. */
final class Mutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 4_000;

  private final Contract contract;

  Mutations(Contract contract) {
    this.contract = contract;
  }

  /** Each breaks the schema, of an object, in one way. */
  List<Mutation> of(JsonNode schema, ObjectNode good) {
    List<Mutation> all = new ArrayList<>();
    for (JsonNode required : schema.path("required")) {
      ObjectNode body = good.deepCopy();
      body.remove(required.asText());
      all.add(new Mutation(required.asText() + " left out", body));
    }
    if (schema.has("additionalProperties")
        && !schema.path("additionalProperties").asBoolean(true)) {
      all.add(with(good, "no_such_field", JSON.numberNode(1), "is unknown"));
    }
    if (schema.path("minProperties").asInt() == 1) {
      all.add(new Mutation("an empty object", JSON.objectNode()));
    }
    all.add(new Mutation("a list", JSON.arrayNode()));
    all.add(new Mutation("a text", JSON.textNode("x")));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode own = merged(property.getValue());
      wrongValues(own).forEach((how, value) -> all.add(with(good, property.getKey(), value, how)));
    }
    return all;
  }

  /** A reference with what stands beside it. */
  private JsonNode merged(JsonNode schema) {
    JsonNode target = contract.resolve(schema);
    ObjectNode all = target.deepCopy();
    schema.properties().stream()
        .filter(entry -> !entry.getKey().equals("$ref"))
        .forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    return all;
  }

  private Map<String, JsonNode> wrongValues(JsonNode schema) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    Set<String> types = types(schema);
    if (types.contains("string")) {
      values.put("is a number", JSON.numberNode(7));
      if (schema.path("minLength").asInt() > 0) {
        values.put("is empty", JSON.textNode(""));
      }
      int longest = schema.path("maxLength").asInt(LONGEST);
      if (longest < LONGEST) {
        values.put("is too long", JSON.textNode("x".repeat(longest + 1)));
      }
      if (schema.has("enum")) {
        values.put("is no member", JSON.textNode("no-such-value"));
      }
      if (schema.path("format").asText().equals("date-time")) {
        values.put("is no time", JSON.textNode("yesterday"));
      }
    }
    if (types.contains("integer")) {
      values.put("is a text", JSON.textNode("x"));
      values.put("is a fraction", JSON.numberNode(1.5));
      if (schema.has("maximum")) {
        values.put("is too large", JSON.numberNode(schema.path("maximum").asLong() + 1));
      }
      if (schema.has("minimum")) {
        values.put("is too small", JSON.numberNode(schema.path("minimum").asLong() - 1));
      }
      if (schema.at("/not/const").isInt()) {
        values.put("is the one not allowed", schema.at("/not/const"));
      }
    }
    if (types.contains("array")) {
      values.put("is a text", JSON.textNode("x"));
      values.put("holds a number", JSON.arrayNode().add(7));
      if (schema.path("minItems").asInt() > 0) {
        values.put("is an empty list", JSON.arrayNode());
      }
      if (merged(schema.path("items")).has("enum")) {
        values.put("holds no member", JSON.arrayNode().add("no-such-value"));
      }
    }
    return values;
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isTextual()
        ? Set.of(type.asText())
        : type.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
  }

  private static Mutation with(ObjectNode good, String name, JsonNode value, String how) {
    ObjectNode body = good.deepCopy();
    body.set(name, value);
    return new Mutation(name + " " + how, body);
  }
}
