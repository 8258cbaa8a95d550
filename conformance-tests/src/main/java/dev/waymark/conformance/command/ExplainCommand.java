package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.spelling.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}. */
@Command(
    name = "explain",
    description = {
      "Explains an obligation, or a case that clients are asked.",
      "What is owed, where the contract says so, how it is brought about, how it is judged, and what",
      "each verdict on it means."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance explain startGeneration/429/RATE_LIMIT/retry-after",
      "  waymark-conformance explain RATE-02",
      "  waymark-conformance explain startGeneration/429/RATE_LIMIT    (lists its clauses)",
      "  waymark-conformance explain client/RATE_LIMIT/429/resend",
      "  waymark-conformance explain wait-until-a-date                 (a case for clients)",
      "",
      "Exit codes: 0 explained, 2 there is no such obligation (the nearest ones are named)."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST = 5;

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "ID",
      description = "As reports have it; the beginning of some lists them. Or a case's name.")
  private String id = "";

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Rules rules = Rules.read();
    Contract contract = Contract.read();
    Obligations obligations = Obligations.of(contract, rules);
    Optional<Obligation> one = obligations.of(id);
    if (one.isPresent()) {
      surroundings.out().println(new Explanation(obligations, surroundings.suites()).of(one.get()));
      return 0;
    }
    List<Obligation> begun =
        obligations.all().stream().filter(known -> known.id().startsWith(id + "/")).toList();
    if (!begun.isEmpty()) {
      begun.forEach(known -> surroundings.out().println(known.id()));
      return 0;
    }
    ClientCauses causes = new ClientCauses(surroundings.suites().clientCases(contract));
    Optional<List<String>> ofCase = causes.named(id);
    if (ofCase.isPresent()) {
      ofCase.get().forEach(surroundings.out()::println);
      return 0;
    }
    throw new Usage(unknown(rules, obligations, causes));
  }

  private String unknown(Rules rules, Obligations obligations, ClientCauses causes) {
    Optional<Rules.Entry> unjudged =
        rules.all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    if (unjudged.isPresent()) {
      return "%s is a rule that this kit does not judge, because it cannot be seen from outside: %s"
          .formatted(id, unjudged.get().rule());
    }
    List<String> known =
        Stream.concat(obligations.byId().keySet().stream(), causes.names().stream()).toList();
    List<String> near = Nearest.to(id, known, MOST);
    return "There is no obligation \"%s\"; %s"
        .formatted(
            id,
            near.isEmpty()
                ? "see: waymark-conformance obligations"
                : "did you mean:\n  " + String.join("\n  ", near));
  }
}
