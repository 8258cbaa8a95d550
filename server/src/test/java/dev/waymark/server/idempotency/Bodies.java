package dev.waymark.server.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON values, the same ones written differently, and what it means for two to be the same. */
final class Bodies {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Numbers are the same if their values are; everything else if it is equal. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private Bodies() {}

  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(BY_VALUE, other);
  }

  static Arbitrary<JsonNode> any() {
    return any(3).withoutEdgeCases();
  }

  private static Arbitrary<JsonNode> any(int depth) {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            texts().map(NODES::textNode),
            numbers().map(DecimalNode::valueOf),
            Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.booleanNode(false)));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<JsonNode> parts = any(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        parts.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list)),
        Arbitraries.maps(texts(), parts).ofMaxSize(3).map(Bodies::object));
  }

  /** Short ones of few letters, so that two of them often come close, and any UTF-16 at all. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab1:\"[{#?").ofMaxLength(3),
        Arbitraries.chars().all().array(char[].class).ofMaxSize(3).map(String::new));
  }

  private static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-2, 12).map(BigDecimal::valueOf),
        Arbitraries.bigDecimals().ofScale(4));
  }

  /** The same value with its members in another order and its numbers in another writing. */
  static JsonNode rewritten(JsonNode value, Random random) {
    return switch (value) {
      case ObjectNode object -> {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        Collections.shuffle(members, random);
        ObjectNode copy = NODES.objectNode();
        members.forEach(member -> copy.set(member.getKey(), rewritten(member.getValue(), random)));
        yield copy;
      }
      case ArrayNode list -> {
        ArrayNode copy = NODES.arrayNode();
        list.forEach(entry -> copy.add(rewritten(entry, random)));
        yield copy;
      }
      default -> value.isNumber() ? rewritten(value.decimalValue(), random) : value;
    };
  }

  private static JsonNode rewritten(BigDecimal number, Random random) {
    BigDecimal zeros = number.setScale(number.scale() + random.nextInt(4));
    return DecimalNode.valueOf(random.nextBoolean() ? zeros : zeros.stripTrailingZeros());
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    ObjectNode object = NODES.objectNode();
    object.setAll(members);
    return object;
  }
}
