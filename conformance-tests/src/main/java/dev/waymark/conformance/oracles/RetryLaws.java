package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code retry} is the catalogue's, and {@code X-Should-Retry} and both waits follow from it. All
 * of it is what callers' programs go by, so nothing of it is odd only.
 */
final class RetryLaws {
  private static final long LONGEST_WAIT_MILLIS = 120_000;
  private static final List<String> FIXED = List.of("after_ms", "base_ms", "max_ms", "event");

  private RetryLaws() {}

  static List<Violation> violations(Answer answer) {
    List<Violation> violations = new ArrayList<>();
    Optional<Long> seconds = wait(violations, answer.exchange(), "Retry-After", 1000);
    Optional<Long> stated = wait(violations, answer.exchange(), "Retry-After-Ms", 1);
    if (!seconds.equals(stated.map(millis -> Math.ceilDiv(millis, 1000L)))) {
      violations.add(
          Clause.RETRY_AFTER.broken(
              "Retry-After is not Retry-After-Ms in whole seconds, rounded up"));
    }
    answer
        .row()
        .filter(known -> !agrees(known, stated))
        .ifPresent(known ->
            violations.add(
                Clause.RETRY_AFTER.broken(
                    "Retry-After-Ms is not what the catalogue fixes for " + known.code())));
    Optional<JsonNode> retry = answer.fields().map(read -> read.error().path("retry"));
    retry
        .filter(known -> !wait(known).equals(stated))
        .ifPresent(_ ->
            violations.add(Clause.RETRY_AFTER.broken("Retry-After-Ms is not the wait of retry")));
    retry.ifPresent(
        said -> answer.row().ifPresent(known -> violations.addAll(catalogue(known, said))));
    boolean should = waitHelps(answer, retry, stated) && resendIsSafe(answer);
    if (!answer.exchange().header("X-Should-Retry").orElse("").equals(String.valueOf(should))) {
      violations.add(Clause.SHOULD_RETRY.broken("X-Should-Retry ought to be " + should));
    }
    return violations;
  }

  /** How {@code retry} differs from what the catalogue fixes. */
  static List<Violation> catalogue(CatalogueRow row, JsonNode retry) {
    List<Violation> violations = new ArrayList<>();
    if (!retry.path("strategy").asText().equals(row.strategy())) {
      violations.add(Clause.RETRY.broken("retry.strategy ought to be " + row.strategy()));
    }
    for (String name : FIXED) {
      JsonNode fixed = row.retry().path(name);
      if (!fixed.isMissingNode() && !fixed.asText().equals(retry.path(name).asText())) {
        violations.add(Clause.RETRY.broken("retry." + name + " ought to be " + fixed.asText()));
      }
    }
    if (isTimed(row) && !retry.has("after_ms")) {
      violations.add(Clause.RETRY.broken("retry.after_ms is missing"));
    }
    if (row.retry().path("resets_at").asBoolean() != retry.has("resets_at")) {
      violations.add(
          Clause.RETRY.broken(
              "retry.resets_at is there and ought not to be, or the other way round"));
    }
    return violations;
  }

  /** A header of at most 120 seconds; one that cannot be read is broken, and as good as none. */
  private static Optional<Long> wait(
      List<Violation> violations, Exchange exchange, String header, long millisPerUnit) {
    Optional<Long> wait = exchange.header(header).flatMap(Numbers::whole);
    boolean isWait =
        wait.filter(units -> units >= 1 && units <= LONGEST_WAIT_MILLIS / millisPerUnit)
            .isPresent();
    if (exchange.header(header).isPresent() && !isWait) {
      violations.add(Clause.RETRY_AFTER.broken(header + " is no wait of 1 to 120 seconds"));
    }
    return wait;
  }

  /** What the headers alone have to say of a code, on HEAD and in every rendering. */
  private static boolean agrees(CatalogueRow row, Optional<Long> millis) {
    return isTimed(row) ? millis.isPresent() : millis.equals(wait(row.retry()));
  }

  private static boolean isTimed(CatalogueRow row) {
    return row.strategy().equals("after_delay");
  }

  private static Optional<Long> wait(JsonNode retry) {
    JsonNode millis = retry.has("after_ms") ? retry.path("after_ms") : retry.path("base_ms");
    return millis.isMissingNode() || millis.asLong() > LONGEST_WAIT_MILLIS
        ? Optional.empty()
        : Optional.of(millis.asLong());
  }

  /** As the catalogue has it; of a code that it does not have, as retry or else the header says. */
  private static boolean waitHelps(Answer answer, Optional<JsonNode> retry, Optional<Long> stated) {
    return answer
        .row()
        .map(row -> isTimed(row) || wait(row.retry()).isPresent())
        .orElseGet(() -> retry.map(said -> wait(said).isPresent()).orElse(stated.isPresent()));
  }

  /** Every refusal has charged nothing; a server that failed may have, unless a key guards it. */
  private static boolean resendIsSafe(Answer answer) {
    int status = answer.exchange().status();
    return status < 500
        || status == 503
        || answer.operation().filter(Operation::takesIdempotencyKey).isEmpty()
        || answer.exchange().request().has("Idempotency-Key");
  }
}
