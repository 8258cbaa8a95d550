package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.faults.Script;
import dev.waymark.conformance.obligations.ClientObligations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case for each code of the catalogue: it comes, and comes again as often as one asks. */
final class CodeCases {
  /** What most clients can do comes first. */
  private static final List<String> OPERATIONS =
      List.of(
          "startGeneration",
          "getGeneration",
          "cancelGeneration",
          "getModel",
          "getKey",
          "readAccount",
          "getRequest",
          "getError",
          "getOutput");

  private static final int ATTEMPTS = 3;

  private final Contract contract;
  private final Pace pace;
  private final Answers answers;

  CodeCases(Contract contract, Pace pace) {
    this.contract = contract;
    this.pace = pace;
    this.answers = new Answers(contract, pace);
  }

  List<ClientCase> all() {
    return contract.catalogue().stream().filter(row -> row.status() > 0).map(this::of).toList();
  }

  private ClientCase of(CatalogueRow row) {
    Operation operation = operation(row.code());
    String name = row.code().toLowerCase(Locale.ROOT).replace('_', '-');
    Script script =
        Script.of(
            name,
            "%d %s, again and again".formatted(row.status(), row.code()),
            answers.error(operation, row.code()));
    Set<String> decides =
        ClientObligations.clauses(row)
            .map(clause -> ClientObligations.id(row, clause))
            .collect(Collectors.toSet());
    return new ClientCase(
        script,
        List.of(Ask.of(operation, pace.deadline(), ATTEMPTS)),
        Optional.of(row.code()),
        decides);
  }

  private Operation operation(String code) {
    return Stream.concat(
            OPERATIONS.stream().map(contract::operation), contract.operations().stream())
        .filter(operation -> operation.codes().contains(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No operation lists " + code));
  }
}
