package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of all that can be answered with an error, as text for people and for review. */
final class ErrorMatrix {
  private static final List<String> JUDGED =
      List.of(
          "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07", "ERR-08", "ERR-09",
          "ERR-10", "ERR-18");

  private ErrorMatrix() {}

  static String text(Contract contract, Rules rules, String command) {
    String means =
        Arrays.stream(Means.values())
            .map(one -> "*%s* %s".formatted(word(one), one.meaning()))
            .collect(Collectors.joining("; "));
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
                .formatted(command, String.join(", ", JUDGED), means));
    contract.operations().forEach(operation -> section(text, operation, rules));
    return text.toString();
  }

  private static void section(StringBuilder text, Operation operation, Rules rules) {
    text.append(
        """

        ## %s: %s %s

        | status | code | retry | again | means | how | sandbox | rules |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(operation.id(), operation.method(), operation.path()));
    operation.codes().forEach(code -> text.append(row(new Listed(operation, code), rules)));
  }

  private static String row(Listed listed, Rules rules) {
    CatalogueRow row = listed.row();
    Recipe recipe = listed.recipe();
    return "| %d | `%s` | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            row.status(),
            row.code(),
            row.strategy(),
            again(listed),
            word(recipe.means()),
            recipe.how(),
            listed.operation().isSecured() ? "yes" : "no key",
            String.join(" ", rules.about(listed.code())))
        .replace(System.lineSeparator(), "\n");
  }

  private static String again(Listed listed) {
    if (!List.of("after_delay", "backoff").contains(listed.row().strategy())
        && !listed.row().retry().has("after_ms")) {
      return "no";
    }
    boolean charges =
        listed.operation().parameters().stream()
            .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
    return listed.row().status() == 500 && charges ? "key" : "yes";
  }

  private static String word(Means means) {
    return means.name().toLowerCase(Locale.ROOT);
  }
}
