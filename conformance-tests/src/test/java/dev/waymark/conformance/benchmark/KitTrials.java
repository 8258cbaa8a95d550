package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.mutants.Mutant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kit against all mutants, until it finds something, and against all variants to the end. */
record KitTrials(Round round, Results results) {
  private static final int SHORT = 160;

  void run() {
    for (int run = 1; run <= round.options().runs(); run++) {
      Set<String> known = ourServer(run);
      int number = run;
      round
          .stations()
          .each(
              left(run, round.mutants()),
              (station, mutant) ->
                  tell(number, mutant, station.kit().untilKilled(mutant, known, _ -> true), known));
      round
          .stations()
          .each(
              left(run, round.variants()),
              (station, variant) ->
                  tell(number, variant, station.kit().whole(variant, Recorder.NONE), known));
    }
  }

  private List<Mutant> left(int run, List<Mutant> all) {
    return all.stream().filter(mutant -> !results.has(run, mutant)).toList();
  }

  /** What is found in our server as it is, measured while nothing else is tried. */
  private Set<String> ourServer(int run) {
    if (!results.has(run, Round.NONE)) {
      KitRun kit = round.stations().first().kit();
      kit.whole(Round.NONE, Recorder.NONE); // So that no run pays for a server that is still cold.
      KitRun.Outcome base = kit.whole(Round.NONE, Recorder.NONE);
      results.took(run, base.took());
      results.add(run, Round.NONE, base.failures().keySet());
      round.say("kit, run %d: our server in %s, %s".formatted(run, base.took(), base.counts()));
      base.failures().forEach((id, text) -> round.say("  %s: %s".formatted(id, shortened(text))));
    }
    return results.found(run, Round.NONE);
  }

  private void tell(int run, Mutant mutant, KitRun.Outcome outcome, Set<String> known) {
    Map<String, String> beyond = outcome.beyond(known);
    results.add(run, mutant, beyond.keySet());
    round.say(
        "kit, run %d: %-32s %s after %d ms, %d deeds%s"
            .formatted(
                run,
                mutant,
                beyond.isEmpty() ? "KEPT" : "broken",
                outcome.took().toMillis(),
                outcome.deeds(),
                beyond.entrySet().stream()
                    .findFirst()
                    .map(one -> "\n    " + one.getKey() + ": " + shortened(one.getValue()))
                    .orElse("")));
  }

  private static String shortened(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
  }
}
