package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Schemathesis, live, against all mutants and variants. */
record FuzzingTrials(Round round, Results results) {

  void run() {
    int runs = round.options().fuzzing() ? round.options().toolRuns() : 0;
    for (int run = 1; run <= runs; run++) {
      Set<String> known = ourServer(run);
      int number = run;
      List<Mutant> left =
          round.others().stream().filter(mutant -> !results.has(number, mutant)).toList();
      round
          .stations()
          .each(
              left,
              (station, mutant) -> {
                Fuzzing.Outcome outcome = station.fuzzing().of(mutant);
                Set<String> beyond = new TreeSet<>(outcome.found());
                beyond.removeAll(known);
                results.add(number, mutant, beyond);
                round.say(
                    "Schemathesis, run %d: %s after %d ms: %s"
                        .formatted(number, mutant, outcome.took().toMillis(), beyond));
              });
    }
  }

  private Set<String> ourServer(int run) {
    if (!results.has(run, Round.NONE)) {
      Fuzzing.Outcome base = round.stations().first().fuzzing().of(Round.NONE);
      results.took(run, base.took());
      results.add(run, Round.NONE, base.found());
      round.say(
          "Schemathesis, run %d: our server in %s: %s".formatted(run, base.took(), base.found()));
    }
    return results.found(run, Round.NONE);
  }
}
