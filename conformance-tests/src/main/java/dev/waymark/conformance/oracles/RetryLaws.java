package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code retry} is the catalogue's, and {@code X-Should-Retry} and both waits follow from it. */
final class RetryLaws {
  private static final long LONGEST_WAIT_MILLIS = 120_000;
  private static final List<String> NUMBERS = List.of("after_ms", "base_ms", "max_ms", "event");

  private RetryLaws() {}

  static List<Violation> violations(
      Contract contract, Optional<Operation> operation, Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    Optional<Long> stated = number(exchange, "Retry-After-Ms");
    Optional<Long> seconds = number(exchange, "Retry-After");
    if (!seconds.equals(stated.map(millis -> Math.ceilDiv(millis, 1000L)))) {
      violations.add(
          Clause.RETRY_AFTER.broken(
              "Retry-After is not Retry-After-Ms in whole seconds, rounded up"));
    }
    boolean should = stated.isPresent() && resendIsSafe(operation, exchange);
    if (!exchange.header("X-Should-Retry").orElse("").equals(String.valueOf(should))) {
      violations.add(Clause.SHOULD_RETRY.broken("X-Should-Retry ought to be " + should));
    }
    Optional<CatalogueRow> row =
        contract.catalogue().stream()
            .filter(known -> known.code().equals(exchange.code()))
            .findFirst();
    row.ifPresent(known -> violations.addAll(stated(known, stated)));
    ErrorRead.of(exchange)
        .filter(ErrorRead::hasFields)
        .map(read -> read.error().path("retry"))
        .ifPresent(retry -> {
          if (!wait(retry).equals(stated)) {
            violations.add(Clause.RETRY_AFTER.broken("Retry-After-Ms is not the wait of retry"));
          }
          row.ifPresent(known -> violations.addAll(catalogue(known, retry)));
        });
    return violations;
  }

  /** What the headers alone have to say of a code, on HEAD and in every rendering. */
  private static List<Violation> stated(CatalogueRow row, Optional<Long> millis) {
    boolean timed = row.strategy().equals("after_delay");
    Optional<Long> fixed = wait(row.retry());
    return (timed ? millis.isPresent() : millis.equals(fixed))
        ? List.of()
        : List.of(
            Clause.RETRY_AFTER.broken(
                "Retry-After-Ms is not what the catalogue fixes for " + row.code()));
  }

  private static Optional<Long> number(Exchange exchange, String header) {
    return exchange.header(header).filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong);
  }

  /** How {@code retry} differs from what the catalogue fixes. */
  static List<Violation> catalogue(CatalogueRow row, JsonNode retry) {
    List<Violation> violations = new ArrayList<>();
    if (!retry.path("strategy").asText().equals(row.strategy())) {
      violations.add(Clause.RETRY.broken("retry.strategy ought to be " + row.strategy()));
    }
    for (String name : NUMBERS) {
      JsonNode fixed = row.retry().path(name);
      if (!fixed.isMissingNode() && !fixed.asText().equals(retry.path(name).asText())) {
        violations.add(Clause.RETRY.broken("retry." + name + " ought to be " + fixed.asText()));
      }
    }
    if (row.strategy().equals("after_delay") && !retry.has("after_ms")) {
      violations.add(Clause.RETRY.broken("retry.after_ms is missing"));
    }
    if (row.retry().path("resets_at").asBoolean() != retry.has("resets_at")) {
      violations.add(
          Clause.RETRY.broken(
              "retry.resets_at is there and ought not to be, or the other way round"));
    }
    return violations;
  }

  private static Optional<Long> wait(JsonNode retry) {
    JsonNode millis = retry.has("after_ms") ? retry.path("after_ms") : retry.path("base_ms");
    return millis.isMissingNode() || millis.asLong() > LONGEST_WAIT_MILLIS
        ? Optional.empty()
        : Optional.of(millis.asLong());
  }

  /** Every refusal has charged nothing; a server that failed may have, unless a key guards it. */
  private static boolean resendIsSafe(Optional<Operation> operation, Exchange exchange) {
    boolean charges =
        operation.stream()
            .flatMap(known -> known.parameters().stream())
            .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
    return exchange.status() < 500
        || exchange.status() == 503
        || !charges
        || exchange.request().has("Idempotency-Key");
  }
}
