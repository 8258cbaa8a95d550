package dev.waymark.conformance.obligations;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.oracles.Clause;

/**
 * One answer that an operation documents.
 *
 * @param code the error's code; {@code ok} below 400
 */
public record Row(Operation operation, int status, String code) {
  /** In the place of the code where there is no error. */
  public static final String SUCCESS = "ok";

  public static Row of(Operation operation, CatalogueRow error) {
    return new Row(operation, error.status(), error.code());
  }

  /** {@code startGeneration/429/RATE_LIMIT}. */
  public String id() {
    return operation.id() + "/" + status + "/" + code;
  }

  /** The id of one clause of this row. */
  public String id(Clause clause) {
    return id() + "/" + clause.slug();
  }

  public boolean isError() {
    return status >= 400;
  }

  @Override
  public String toString() {
    return id();
  }
}
