package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the benchmark found, as Markdown. */
record Report(List<Mutant> mutants, List<Mutant> variants, List<Results> results) {
  String text() {
    return """
    # Mutation benchmark

    Does the kit see what is broken, and leave alone what is only different? Our server stands behind a proxy that lets
    everything through as it is but for one thing: `%d` mutants break one clause each, `%d` variants break none. A tool kills a
    mutant when it finds something that it does not find with our server as it is; what it finds with a variant is a
    false alarm.

    * **this kit** — all rows and laws over the wire, against the server in one process with time that is steered. A run
      ends at its first finding; with our server and with variants it goes to the end, and so does the last run, which is
      recorded.
    * **Schemathesis 4.32.5** — live, all checks and phases, as `src/test/schemathesis` sets it up for our own tests, with 2
      examples.
    * **Prism 5.14.2** as a validating proxy, and **openapi-core 0.23.1** (a validator of answers) — on what the kit's whole run
      against the mutant sent and was answered. Of exchanges that differ only in ids, times and counts one is judged.

    Again: `conformance-tests/benchmark`. Wall times are those of our server as it is, from the first to the last case; for the
    two that judge recordings, their share for one mutant. The figures below were made on 2 cores.
    """
            .formatted(mutants.size(), variants.size())
        + "\n## Tools\n\n"
        + tools()
        + "\n## Mutants\n\n"
        + rows(mutants)
        + "\n## Variants\n\n"
        + rows(variants)
        + "\n## Killed by this kit only\n\n"
        + names(only(results.getFirst()))
        + "\n## Not killed by this kit\n\n"
        + names(mutants.stream().filter(one -> !results.getFirst().kills(one)).toList());
  }

  private String tools() {
    String head =
        "| tool | killed | false alarms | one run | runs | they agree |\n|---|---|---|---|---|---|\n";
    return head + results.stream().map(this::tool).collect(Collectors.joining());
  }

  private String tool(Results found) {
    long disagreeing =
        Stream.concat(mutants.stream(), variants.stream())
            .filter(one -> !found.agrees(one))
            .count();
    return "| %s | %d of %d | %d of %d | %s | %d | %s |%n"
        .formatted(
            found.tool(),
            mutants.stream().filter(found::kills).count(),
            found.ran(mutants).size(),
            variants.stream().filter(found::alarms).count(),
            found.ran(variants).size(),
            Benchmark.seconds(found.wall()),
            found.runs(),
            found.runs() < 2 ? "—" : disagreeing == 0 ? "yes" : "not on " + disagreeing);
  }

  private String rows(List<Mutant> some) {
    String tools = results.stream().map(Results::tool).collect(Collectors.joining(" | "));
    String line = "|---|---" + "|---".repeat(results.size()) + "|\n";
    return "| name | what it does | "
        + tools
        + " |\n"
        + line
        + some.stream().map(this::row).collect(Collectors.joining());
  }

  private String row(Mutant mutant) {
    String cells =
        results.stream().map(found -> cell(found, mutant)).collect(Collectors.joining(" | "));
    return "| %s | %s | %s |%n".formatted(mutant.name(), mutant.does(), cells);
  }

  private static String cell(Results found, Mutant mutant) {
    if (found.ran(List.of(mutant)).isEmpty()) {
      return "not run";
    }
    List<String> killers = found.killers(mutant);
    if (killers.isEmpty()) {
      return "—";
    }
    String first = killers.getFirst().replace("|", "\\|").replace("\n", " ");
    return "`" + (first.length() > 70 ? first.substring(0, 70) + "…" : first) + "`";
  }

  private List<Mutant> only(Results kit) {
    return mutants.stream()
        .filter(kit::kills)
        .filter(one -> results.stream().noneMatch(other -> other.ran(List.of(one)).isEmpty()))
        .filter(one -> results.stream().skip(1).noneMatch(other -> other.alarms(one)))
        .toList();
  }

  private static String names(List<Mutant> some) {
    return some.isEmpty()
        ? "None.\n"
        : some.stream().map(one -> "`" + one.name() + "`").collect(Collectors.joining(", ")) + "\n";
  }
}
