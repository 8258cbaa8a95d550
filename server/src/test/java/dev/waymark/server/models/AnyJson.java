package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies for properties: valid ones for a model, and anything at all. */
final class AnyJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnyJson() {}

  /** Valid parameters of a model, some of them left out, some integers written with a fraction. */
  static Arbitrary<ObjectNode> parameters(Model model) {
    Arbitrary<ObjectNode> parameters = Arbitraries.create(NODES::objectNode);
    for (Map.Entry<String, JsonNode> property :
        model.parameters().path("properties").properties()) {
      parameters =
          Combinators.combine(parameters, values(property.getValue()).injectNull(0.3))
              .as((object, value) ->
                  value == null ? object : object.deepCopy().set(property.getKey(), value));
    }
    return parameters;
  }

  /** A body for one of the models, right except for what was put in place of some of its parts. */
  static Arbitrary<ObjectNode> bodies(List<Model> models) {
    return Arbitraries.of(models)
        .flatMap(model -> parameters(model).map(parameters -> body(model, parameters)))
        .flatMap(body -> spoilt(body).list().ofMaxSize(3).map(spoilt -> merged(body, spoilt)));
  }

  /** Values nested three deep at most; their edge cases alone would use up every try. */
  static Arbitrary<JsonNode> values() {
    return values(3).withoutEdgeCases();
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20).map(NODES::textNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.doubles().map(DoubleNode::valueOf),
            Arbitraries.bigDecimals().map(DecimalNode::valueOf),
            Arbitraries.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.textNode(""),
                NODES.textNode("x".repeat(2001)),
                NODES.textNode("nul \u0000"),
                DoubleNode.valueOf(Double.POSITIVE_INFINITY),
                DoubleNode.valueOf(Double.NaN),
                DecimalNode.valueOf(new BigDecimal("1e999999999"))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<JsonNode> parts = values(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        leaves,
        parts.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list)),
        Arbitraries.maps(names(), parts).ofMaxSize(3).map(AnyJson::object));
  }

  static ObjectNode body(Model model, ObjectNode parameters) {
    return parameters.deepCopy().put("model", model.slug()).put("prompt", "a lighthouse");
  }

  private static Arbitrary<ObjectNode> spoilt(ObjectNode body) {
    List<String> names = new ArrayList<>(List.of("model", "prompt", "colour"));
    body.fieldNames().forEachRemaining(names::add);
    return Combinators.combine(Arbitraries.of(names), values())
        .as((name, value) -> NODES.objectNode().<ObjectNode>set(name, value));
  }

  private static ObjectNode merged(ObjectNode body, List<ObjectNode> others) {
    ObjectNode merged = body.deepCopy();
    others.forEach(merged::setAll);
    return merged;
  }

  private static ObjectNode object(Map<String, JsonNode> properties) {
    ObjectNode object = NODES.objectNode();
    object.setAll(properties);
    return object;
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("model", "prompt", "seed", "resolution"),
        Arbitraries.strings().ofMaxLength(5));
  }

  private static Arbitrary<JsonNode> values(JsonNode schema) {
    if (schema.has("enum")) {
      List<JsonNode> values = new ArrayList<>();
      schema.path("enum").forEach(values::add);
      return Arbitraries.of(values);
    }
    return Arbitraries.longs()
        .between(schema.path("minimum").asLong(), schema.path("maximum").asLong())
        .flatMap(number ->
            Arbitraries.of(
                NODES.numberNode(number),
                DoubleNode.valueOf(number),
                DecimalNode.valueOf(BigDecimal.valueOf(number).setScale(2))));
  }
}
