package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.wallet.Credits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a generation costs when its parameters have these values, which are texts, whole numbers or
 * booleans; a parameter that is not named may have any value.
 */
public record PriceRow(Map<String, JsonNode> when, Credits credits) {
  public PriceRow {
    Objects.requireNonNull(credits, "credits");
    when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    if (when.values().stream().anyMatch(JsonNode::isContainerNode)) {
      throw new IllegalArgumentException("a price depends on single values only");
    }
  }

  boolean matches(ObjectNode parameters) {
    return when.entrySet().stream()
        .allMatch(condition -> condition.getValue().equals(parameters.get(condition.getKey())));
  }
}
