package dev.waymark.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code retry} is the catalogue's, and {@code X-Should-Retry} and both waits follow from it. */
final class RetryLaws {
  private static final long LONGEST_WAIT_MILLIS = 120_000;
  private static final List<String> NUMBERS = List.of("after_ms", "base_ms", "max_ms", "event");

  private RetryLaws() {}

  static List<String> violations(
      Contract contract, Optional<Operation> operation, Exchange exchange) {
    List<String> violations = new ArrayList<>();
    Optional<Long> stated = exchange.header("Retry-After-Ms").map(Long::parseLong);
    Optional<Long> seconds = exchange.header("Retry-After").map(Long::parseLong);
    if (!seconds.equals(stated.map(millis -> Math.ceilDiv(millis, 1000L)))) {
      violations.add("Retry-After is not Retry-After-Ms in whole seconds, rounded up");
    }
    boolean should = stated.isPresent() && resendIsSafe(operation, exchange);
    if (!exchange.header("X-Should-Retry").orElse("").equals(String.valueOf(should))) {
      violations.add("X-Should-Retry ought to be " + should);
    }
    if (exchange.hasJson()) {
      JsonNode retry = exchange.json().path("retry");
      if (!wait(retry).equals(stated)) {
        violations.add("Retry-After-Ms is not the wait of retry");
      }
      contract.catalogue().stream()
          .filter(row -> row.code().equals(exchange.code()))
          .forEach(row -> violations.addAll(catalogue(row, retry)));
    }
    return violations;
  }

  /** How {@code retry} differs from what the catalogue fixes. */
  static List<String> catalogue(CatalogueRow row, JsonNode retry) {
    List<String> violations = new ArrayList<>();
    if (!retry.path("strategy").asText().equals(row.strategy())) {
      violations.add("retry.strategy ought to be " + row.strategy());
    }
    for (String name : NUMBERS) {
      JsonNode fixed = row.retry().path(name);
      if (!fixed.isMissingNode() && !fixed.asText().equals(retry.path(name).asText())) {
        violations.add("retry." + name + " ought to be " + fixed.asText());
      }
    }
    if (row.strategy().equals("after_delay") && !retry.has("after_ms")) {
      violations.add("retry.after_ms is missing");
    }
    if (row.retry().path("resets_at").asBoolean() != retry.has("resets_at")) {
      violations.add("retry.resets_at is there and ought not to be, or the other way round");
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
