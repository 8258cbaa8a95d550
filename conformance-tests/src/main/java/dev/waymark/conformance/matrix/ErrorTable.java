package dev.waymark.conformance.matrix;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of all that can be answered with an error, as text for people and for review. */
public final class ErrorTable {
  private static final List<String> JUDGED =
      List.of(
          "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07", "ERR-08", "ERR-09",
          "ERR-10", "ERR-18");

  private final Contract contract;
  private final Rules rules;
  private final Map<String, String> means;
  private final Words words;

  /** How errors are brought about, in words. */
  @FunctionalInterface
  public interface Words {
    /** Fails where nobody knows how. */
    How of(Operation operation, String code);
  }

  /**
   * How one error is brought about.
   *
   * @param means one of those that the table explains
   */
  public record How(String means, String how) {}

  /** {@code means} are explained above the tables, in their order. */
  public ErrorTable(Contract contract, Rules rules, Map<String, String> means, Words words) {
    this.contract = contract;
    this.rules = rules;
    this.means = means;
    this.words = words;
  }

  /** {@code command} writes it anew. */
  public String text(String command) {
    StringBuilder text =
        new StringBuilder(
            """
            # Every error of every operation

            Written by `ErrorMatrixTest` from the contract, the recipes that provoke each code in `EveryCodeTest` and the rules
            that tests name; to write it anew: `%s`

            *Retry* is `retry.strategy`, *again* is `X-Should-Retry` (`key`: only with an `Idempotency-Key`). Every code is provoked
            in all five renderings too (REND-01, REND-07), and by `X-Test-Error` with a test key where *sandbox* says so (SAND-03).
            All rows are judged by %s; *rules* are those that speak of the code.

            Means: %s.
            """
                .formatted(
                    command,
                    String.join(", ", JUDGED),
                    means.entrySet().stream()
                        .map(one -> "*%s* %s".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("; "))));
    contract.operations().forEach(operation -> section(text, operation));
    return text.toString();
  }

  private void section(StringBuilder text, Operation operation) {
    text.append(
        """

        ## %s: %s %s

        | status | code | retry | again | means | how | sandbox | rules |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(operation.id(), operation.method(), operation.path()));
    operation.codes().forEach(code -> text.append(line(operation, contract.row(code))));
  }

  private String line(Operation operation, CatalogueRow row) {
    How how = words.of(operation, row.code());
    return "| %d | `%s` | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            row.status(),
            row.code(),
            row.strategy(),
            Answer.shouldRetry(operation, row),
            how.means(),
            how.how(),
            operation.isSecured() ? "yes" : "no key",
            String.join(" ", rules.about(row.code())));
  }
}
