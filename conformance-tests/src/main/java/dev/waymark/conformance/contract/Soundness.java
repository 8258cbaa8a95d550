package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a document can be judged by: what the kit goes by is there, and leads somewhere. Looked
 * at once when it is read, so that nothing fails over it in the middle of a run.
 */
final class Soundness {
  /** Below these stand values, in which a member may be called as it likes. */
  private static final Set<String> VALUES = Set.of("example", "value", "default", "enum", "const");

  private static final int DEEPEST_REFERENCE = 32;

  private final Contract contract;

  private Soundness(Contract contract) {
    this.contract = contract;
  }

  /**
   * Returns if it can be.
   *
   * @throws IllegalArgumentException with what is missing or wrong first
   */
  static void require(Contract contract) {
    Soundness soundness = new Soundness(contract);
    JsonNode document = contract.document();
    demand(document.path("openapi").asText().startsWith("3."), "is no OpenAPI 3 document");
    demand(!document.path("paths").isEmpty(), "has no paths");
    soundness.references(document);
    Set<String> codes = soundness.catalogue(document.path("x-error-catalogue"));
    demand(!contract.operations().isEmpty(), "has no operations");
    Set<String> ids = new HashSet<>();
    for (Operation operation : contract.operations()) {
      String where = operation.method() + " " + operation.path();
      demand(!operation.id().isEmpty(), where + " has no operationId");
      demand(ids.add(operation.id()), operation.id() + " is there twice");
      demand(!operation.responses().isEmpty(), operation.id() + " documents no status");
      operation
          .codes()
          .forEach(code ->
              demand(codes.contains(code), "has no row for " + code + " of " + operation.id()));
    }
  }

  private Set<String> catalogue(JsonNode rows) {
    demand(rows.isArray() && !rows.isEmpty(), "has no x-error-catalogue");
    for (JsonNode row : rows) {
      demand(
          row.path("code").isTextual()
              && row.path("status").isInt()
              && row.at("/retry/strategy").isTextual(),
          "has a row in x-error-catalogue without code, status or retry.strategy");
    }
    Map<String, Long> counts =
        contract.catalogue().stream()
            .collect(Collectors.groupingBy(CatalogueRow::code, Collectors.counting()));
    List<String> twice =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    demand(twice.isEmpty(), "has two rows for " + twice);
    return counts.keySet();
  }

  private void references(JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (reference.isTextual()) {
      leads(reference.textValue());
    }
    node.properties().stream()
        .filter(entry -> !VALUES.contains(entry.getKey()))
        .forEach(entry -> references(entry.getValue()));
    if (node.isArray()) {
      node.forEach(this::references);
    }
  }

  private void leads(String first) {
    String reference = first;
    for (int step = 0; step < DEEPEST_REFERENCE; step++) {
      demand(reference.startsWith("#/"), "refers to " + reference + ", outside of itself");
      JsonNode target = contract.document().at(reference.substring(1));
      demand(!target.isMissingNode(), "has nothing at " + reference);
      if (!target.path("$ref").isTextual()) {
        return;
      }
      reference = target.path("$ref").textValue();
    }
    demand(false, "goes round in circles at " + first);
  }

  private static void demand(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalArgumentException("The contract " + otherwise);
    }
  }
}
