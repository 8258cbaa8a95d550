package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.ObligationList;
import dev.waymark.conformance.rules.Rules;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code obligations}. */
@Command(
    name = "obligations",
    description =
        "Prints all that is owed, as JSON: one obligation with id, claim and promise each.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance obligations --out obligations.json",
      "  waymark-conformance obligations | grep RATE_LIMIT",
      "",
      "Exit codes: 0 done, 2 the command is wrong."
    })
final class ObligationsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there instead.")
  private @Nullable Path out;

  ObligationsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String text = ObligationList.of(Obligations.of(Contract.read(), Rules.read()));
    if (out == null) {
      surroundings.out().print(text);
      return 0;
    }
    Texts.write(out, text, "--out");
    return 0;
  }
}
