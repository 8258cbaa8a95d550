package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The linter checks this too, with another validator: callers and the mock rely on it. */
final class ExamplesTest {
  private static final Contract CONTRACT = Contract.read();

  static Stream<Example> examples() {
    return Examples.of(CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_valid(Example example) {
    assertThat(example.value().isMissingNode()).as("%s has no value", example).isFalse();
    assertThat(example.faults()).as("%s", example).isEmpty();
  }

  @Test
  void every_shared_example_is_used() {
    List<JsonNode> nodes = CONTRACT.document().findValues("$ref");
    Set<String> used = nodes.stream().map(JsonNode::asText).collect(Collectors.toSet());
    assertThat(CONTRACT.document().path("components").path("examples").fieldNames())
        .toIterable()
        .allSatisfy(name -> assertThat(used).contains("#/components/examples/" + name));
  }

  @Test
  void a_response_with_content_has_an_example() {
    assertThat(CONTRACT.operations())
        .flatExtracting(Operation::responses)
        .filteredOn(response -> !response.node().path("content").isEmpty())
        .allSatisfy(response -> assertThat(response.examples()).as("%s", response).isNotEmpty());
  }
}
