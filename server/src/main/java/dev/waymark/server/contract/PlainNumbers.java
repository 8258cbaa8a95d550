package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * JSON with every number in one form, so that 7.0, 7e0 and 7 are the same integer to every
 * comparison.
 *
 * <p>A number beyond the range of a double becomes null: no schema of ours has a use for it, and
 * arithmetic on it can take forever.
 */
public final class PlainNumbers {
  private static final int MOST_DIGITS = 308;

  private PlainNumbers() {}

  /** A copy; the given value is left as it is. */
  public static JsonNode in(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> object(object);
      case ArrayNode list -> list(list);
      default -> value.isNumber() ? number(value) : value;
    };
  }

  /** A copy; the given value is left as it is. */
  public static ObjectNode object(ObjectNode value) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(property -> copy.set(property.getKey(), in(property.getValue())));
    return copy;
  }

  private static ArrayNode list(ArrayNode value) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
    value.forEach(entry -> copy.add(in(entry)));
    return copy;
  }

  private static JsonNode number(JsonNode value) {
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      return NullNode.getInstance();
    }
    BigDecimal number = value.decimalValue();
    if (number.signum() == 0) {
      return IntNode.valueOf(0);
    }
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
      return NullNode.getInstance();
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() > 0 ? DecimalNode.valueOf(stripped) : whole(stripped.toBigInteger());
  }

  private static JsonNode whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }
}
