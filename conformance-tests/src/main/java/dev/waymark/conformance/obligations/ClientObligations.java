package dev.waymark.conformance.obligations;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.rules.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a client owes: a few things for each code that an answer can have, and the numbered rules
 * that claim to be of clients. A rule that says "should" warns and never fails.
 */
public final class ClientObligations {
  private static final String SUBJECT = "client";

  private ClientObligations() {}

  /** In the catalogue's order, and then that of the rules. */
  public static List<Obligation> of(Contract contract, Rules rules) {
    Stream<Obligation> ofCodes =
        contract.catalogue().stream()
            .filter(row -> row.status() > 0)
            .flatMap(ClientObligations::ofCode);
    return Stream.concat(
            ofCodes,
            rules.all().stream().filter(ClientObligations::isOfClients).map(ClientObligations::of))
        .toList();
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
    return Arrays.stream(CodeClause.values())
        .filter(clause -> clause != CodeClause.WAIT || waits);
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
                "openapi.yaml, x-error-catalogue, " + row.code(),
                "a scripted answer, and what the client sends and tells"));
  }

  private static boolean isOfClients(Rules.Entry rule) {
    return rule.later().isEmpty() && rule.claim().filter(one -> one.isOfClients()).isPresent();
  }

  private static Obligation of(Rules.Entry rule) {
    return new Obligation(
        rule.id(),
        rule.claim().orElseThrow(),
        rule.rule().contains(" should ") ? Level.SHOULD : Level.MUST,
        rule.id().replaceFirst("-\\d+$", ""),
        rule.rule(),
        rule.source(),
        "scripted faults, and what the client sends and tells");
  }
}
