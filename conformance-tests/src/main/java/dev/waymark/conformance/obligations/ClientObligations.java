package dev.waymark.conformance.obligations;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.oracles.Level;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a client owes for each code that an answer can have. */
public final class ClientObligations {
  private static final String SUBJECT = "client";

  private ClientObligations() {}

  /** In the catalogue's order. */
  static Stream<Obligation> ofCodes(Contract contract) {
    return contract.catalogue().stream()
        .filter(row -> row.status() > 0)
        .flatMap(ClientObligations::ofCode);
  }

  /** {@code client/RATE_LIMIT/429/code}. */
  public static String id(CatalogueRow row, CodeClause clause) {
    return "%s/%s/%d/%s".formatted(SUBJECT, row.code(), row.status(), clause.slug());
  }

  /** The wait is owed only where an answer with that code can name one. */
  public static Stream<CodeClause> clauses(CatalogueRow row) {
    boolean waits =
        row.strategy().equals("after_delay")
            || row.retry().has("base_ms")
            || row.retry().has("after_ms");
    return Arrays.stream(CodeClause.values()).filter(clause -> clause != CodeClause.WAIT || waits);
  }

  private static Stream<Obligation> ofCode(CatalogueRow row) {
    return clauses(row)
        .map(clause ->
            new Obligation(
                id(row, clause),
                clause.claim(),
                Level.MUST,
                row.code(),
                "When a client gets %d %s, %s."
                    .formatted(row.status(), row.code(), clause.promise()),
                "openapi.yaml, x-error-catalogue, %s; info.description, Retrying"
                    .formatted(row.code()),
                "a scripted answer, and what the client sends and tells"));
  }
}
