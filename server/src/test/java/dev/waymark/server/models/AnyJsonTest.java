package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** jqwik draws parts again for each level around them: values without an end exhaust the memory. */
class AnyJsonTest {
  @Property
  void values_are_nested_three_deep_at_most(@ForAll("values") JsonNode value) {
    assertThat(depth(value)).isLessThanOrEqualTo(3);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return AnyJson.values();
  }

  private static int depth(JsonNode value) {
    int deepest = 0;
    for (JsonNode part : value) {
      deepest = Math.max(deepest, 1 + depth(part));
    }
    return deepest;
  }
}
