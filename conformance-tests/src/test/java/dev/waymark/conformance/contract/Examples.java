package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every example of a document: whatever has a {@code schema} and, beside it, {@code example} or
 * {@code examples} – media types, parameters and headers alike, wherever they stand.
 */
final class Examples {
  private final Contract contract;

  private Examples(Contract contract) {
    this.contract = contract;
  }

  static Stream<Example> of(Contract contract) {
    return new Examples(contract).within(contract.document(), "");
  }

  private Stream<Example> within(JsonNode node, String pointer) {
    Stream<Example> deeper =
        node.isArray()
            ? IntStream.range(0, node.size())
                .boxed()
                .flatMap(index -> within(node.path(index), pointer + "/" + index))
            : node.properties().stream()
                .flatMap(
                    entry -> within(entry.getValue(), pointer + "/" + escaped(entry.getKey())));
    return node.path("schema").isObject() ? Stream.concat(at(node, pointer), deeper) : deeper;
  }

  private Stream<Example> at(JsonNode node, String pointer) {
    JsonNode schema = node.path("schema");
    Stream<Example> single =
        Stream.ofNullable(node.get("example"))
            .map(value -> new Example(contract, pointer + "/example", schema, value));
    Stream<Example> named =
        node.path("examples").properties().stream()
            .map(entry ->
                new Example(
                    contract,
                    pointer + "/examples/" + escaped(entry.getKey()),
                    schema,
                    contract.resolve(entry.getValue()).path("value")));
    return Stream.concat(single, named);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
