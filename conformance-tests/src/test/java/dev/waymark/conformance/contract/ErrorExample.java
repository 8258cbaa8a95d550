package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An error in an example: the answer itself, or the {@code error} of a generation.
 *
 * @param where operation, status and code, to find it by
 */
record ErrorExample(String where, CatalogueRow row, JsonNode error) {
  private static final Set<String> MARKS = Set.of("error", "message", "next", "retry", "charge");

  static Stream<ErrorExample> of(Contract contract) {
    return contract.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .flatMap(response -> response.examples().stream())
        .flatMap(example -> within(contract, example.response().toString(), example.value()));
  }

  @Override
  public String toString() {
    return where;
  }

  private static Stream<ErrorExample> within(Contract contract, String where, JsonNode node) {
    // A description of an error in the catalogue has these too, but is none: it has a status.
    boolean isError = MARKS.stream().allMatch(node::has) && !node.has("extras");
    Stream<ErrorExample> deeper =
        node.valueStream().flatMap(child -> within(contract, where, child));
    return isError ? Stream.concat(Stream.of(one(contract, where, node)), deeper) : deeper;
  }

  private static ErrorExample one(Contract contract, String where, JsonNode error) {
    String code = error.path("error").asText();
    return new ErrorExample(where + " " + code, contract.row(code), error);
  }
}
