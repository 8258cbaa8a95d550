package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.process.BuildProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tools that judge what the kit's whole run against each mutant and variant has sent and got. It is
 * a run of the kit, too: the one after those that ended at their first finding.
 */
record JudgeTrials(Round round, Results ours, Map<Judge, Results> results) {

  void run() {
    for (int run = 1; run <= round.options().toolRuns(); run++) {
      int number = run;
      if (results.values().stream().allMatch(found -> found.has(number, Round.NONE))) {
        continue;
      }
      Path file = home().resolve("traffic-%d.jsonl".formatted(run));
      Map<Mutant, Set<Integer>> seen = recorded(run, file);
      results.forEach((judge, found) -> judge(number, judge, found, file, seen));
    }
  }

  private Map<Mutant, Set<Integer>> recorded(int run, Path file) {
    Map<Mutant, Set<Integer>> seen = new ConcurrentHashMap<>();
    List<Mutant> all = new ArrayList<>(List.of(Round.NONE));
    all.addAll(round.others());
    try (Traffic traffic = Traffic.to(file)) {
      round
          .stations()
          .each(
              all,
              (station, mutant) -> {
                Traffic.Run recorded = traffic.run();
                KitRun.Outcome outcome = station.kit().whole(mutant, recorded);
                Set<String> known = ours.found(1, Round.NONE);
                ours.add(round.options().runs() + run, mutant, outcome.beyond(known).keySet());
                seen.put(mutant, recorded.seen());
                round.say(
                    "recorded %s: %d, %d differ"
                        .formatted(mutant, recorded.seen().size(), traffic.size()));
              });
    }
    return seen;
  }

  private void judge(
      int run, Judge judge, Results found, Path file, Map<Mutant, Set<Integer>> seen) {
    Judge.Judgement judgement = judge.judge(file);
    round.say("%s judged all traffic in %s".formatted(judge.name(), judgement.took()));
    found.took(run, judgement.took().dividedBy(seen.size()));
    Set<String> known = judgement.in(Objects.requireNonNull(seen.get(Round.NONE)));
    found.add(run, Round.NONE, known);
    seen.forEach((mutant, exchanges) -> {
      Set<String> beyond = judgement.in(exchanges);
      beyond.removeAll(known);
      if (!mutant.equals(Round.NONE)) {
        found.add(run, mutant, beyond);
      }
    });
  }

  static Path home() {
    return BuildProperty.path("waymark.benchmark.scripts")
        .resolve("../../../target/benchmark")
        .normalize();
  }
}
