package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Row;
import java.util.stream.Stream;

/** An operation and a code that it lists. */
record Listed(Operation operation, String code) {
  /** In the document's order. */
  static Stream<Listed> all() {
    return Contract.read().operations().stream()
        .flatMap(operation -> operation.codes().stream().map(code -> new Listed(operation, code)));
  }

  CatalogueRow row() {
    return operation.contract().row(code);
  }

  /** Fails where nobody knows how: what is listed and cannot be made to happen is not proven. */
  Recipe recipe() {
    return Recipes.of(Row.of(operation, row()))
        .orElseThrow(() -> new AssertionError("How is " + this + " provoked?"));
  }

  @Override
  public String toString() {
    return operation.id() + " " + code;
  }
}
