package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer with what the contract knows of it.
 *
 * @param operation empty where the request reaches none
 * @param code of the error; empty where nothing says it
 * @param row of the code; empty where the catalogue does not have it
 * @param read the error as a caller reads it; empty where there is none that can be read
 */
record Answer(
    Exchange exchange,
    Optional<Operation> operation,
    String code,
    Optional<CatalogueRow> row,
    Optional<ErrorRead> read) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  static Answer of(
      Map<String, CatalogueRow> catalogue, Optional<Operation> operation, Exchange exchange) {
    String code = exchange.code();
    return new Answer(
        exchange,
        operation,
        code,
        Optional.ofNullable(catalogue.get(code)),
        exchange.status() < 400 ? Optional.empty() : ErrorRead.of(exchange));
  }

  boolean isError() {
    return exchange.status() >= 400;
  }

  /**
   * Whether it has a code that a later catalogue may have: the set of codes is open, and callers go
   * by {@code retry} when they meet one that they do not know.
   */
  boolean isOfTheFuture() {
    return isError() && row.isEmpty() && CODE.matcher(code).matches();
  }

  /** The error, where its rendering has fields. */
  Optional<ErrorRead> fields() {
    return read.filter(ErrorRead::hasFields);
  }

  boolean has(String header) {
    return exchange.header(header).isPresent();
  }
}
