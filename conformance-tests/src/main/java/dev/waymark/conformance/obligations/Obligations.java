package dev.waymark.conformance.obligations;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.rules.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is owed by who keeps a contract, as a server or as a client. What is none of these is
 * not claimed. A rule for clients that says "should" warns and never fails.
 *
 * @param rows what each operation answers, in the document's order
 * @param byId every obligation, in the order of the rows, the catalogue and then the rules
 */
public record Obligations(Contract contract, List<Row> rows, Map<String, Obligation> byId) {

  /** Reads them out of a contract and the rules beside it. */
  public static Obligations of(Contract contract, Rules rules) {
    List<Row> rows = contract.operations().stream().flatMap(Obligations::rows).toList();
    Map<String, Obligation> byId = new LinkedHashMap<>();
    rows.stream().flatMap(Obligations::clauses).forEach(one -> byId.put(one.id(), one));
    ClientObligations.ofCodes(contract).forEach(one -> byId.put(one.id(), one));
    rules.all().stream()
        .filter(rule -> rule.later().isEmpty() && rule.claim().isPresent())
        .map(Obligations::rule)
        .forEach(one -> byId.put(one.id(), one));
    return new Obligations(contract, rows, byId);
  }

  public List<Obligation> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Obligation> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The row of an answer; nothing where the operation does not document it. */
  public Optional<Row> row(Operation operation, int status, String code) {
    String wanted = status < 400 ? Row.SUCCESS : code;
    return rows.stream()
        .filter(row -> row.operation().id().equals(operation.id()))
        .filter(row -> row.status() == status && row.code().equals(wanted))
        .findFirst();
  }

  private static Stream<Row> rows(Operation operation) {
    List<Row> rows = new ArrayList<>();
    operation.responses().stream()
        .map(Response::status)
        .filter(status -> status < 400)
        .forEach(status -> rows.add(new Row(operation, status, Row.SUCCESS)));
    for (String code : operation.codes()) {
      CatalogueRow error = operation.contract().row(code);
      rows.add(Row.of(operation, error));
    }
    return rows.stream();
  }

  private static Stream<Obligation> clauses(Row row) {
    return clausesOf(row).stream().map(clause -> clause(row, clause));
  }

  /** The clauses that an answer of this row is judged by. */
  public static Set<Clause> clausesOf(Row row) {
    if (row.isError()) {
      EnumSet<Clause> all = EnumSet.allOf(Clause.class);
      if (!row.operation().isCounted()) {
        all.remove(Clause.LIMITS);
      }
      if (!row.operation().isMetered()) {
        all.remove(Clause.METER);
      }
      return all;
    }
    EnumSet<Clause> some =
        EnumSet.of(Clause.STATUS, Clause.BODY, Clause.REQUEST_ID, Clause.HEADERS);
    if (row.operation().isCounted()) {
      some.add(Clause.LIMITS);
    }
    if (row.operation().isMetered()) {
      some.add(Clause.METER);
    }
    return some;
  }

  private static Obligation clause(Row row, Clause clause) {
    return new Obligation(
        row.id(clause),
        claim(row, clause),
        Level.MUST,
        row.operation().id(),
        "When %s answers %d %s, %s."
            .formatted(row.operation().id(), row.status(), row.code(), clause.promise()),
        "openapi.yaml, %s, %d".formatted(row.operation().id(), row.status()),
        "the oracle of the clause " + clause.slug());
  }

  private static Claim claim(Row row, Clause clause) {
    return switch (row.code()) {
      case "RATE_LIMIT" -> Claim.RATE_LIMIT;
      case "IDEMPOTENCY_IN_PROGRESS", "IDEMPOTENCY_KEY_REUSED" -> Claim.IDEMPOTENCY;
      case "INSUFFICIENT_CREDITS",
          "KEY_QUOTA_EXCEEDED",
          "MAX_CREDITS_EXCEEDED",
          "CONCURRENCY_LIMIT" ->
          Claim.BILLING;
      default ->
          switch (clause) {
            case LIMITS -> Claim.RATE_LIMIT;
            case METER, CHARGE -> Claim.BILLING;
            default -> Claim.CORE;
          };
    };
  }

  private static Obligation rule(Rules.Entry rule) {
    boolean isOfClients = rule.claim().filter(Claim::isOfClients).isPresent();
    return new Obligation(
        rule.id(),
        rule.claim().orElseThrow(),
        isOfClients && rule.rule().contains(" should ") ? Level.SHOULD : Level.MUST,
        rule.id().replaceFirst("-\\d+$", ""),
        rule.rule(),
        rule.source(),
        "a case of the kit");
  }
}
