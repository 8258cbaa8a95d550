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

/** Tools that judge what the kit's whole run against each mutant and variant has sent and got. */
record JudgeTrials(Round round, Map<Judge, Results> results) {

  void run() {
    for (int run = 1; run <= round.options().toolRuns(); run++) {
      int number = run;
      if (results.values().stream().allMatch(found -> found.has(number, Round.NONE))) {
        continue;
      }
      Path file = home().resolve("traffic-%d.jsonl".formatted(run));
      Map<Mutant, Set<Integer>> seen = recorded(file);
      results.forEach((judge, found) -> judge(number, judge, found, file, seen));
    }
  }

  private Map<Mutant, Set<Integer>> recorded(Path file) {
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
                station.kit().whole(mutant, recorded);
                seen.put(mutant, recorded.seen());
                round.say(
                    "recorded %s: %d, %d differ", mutant, recorded.seen().size(), traffic.size());
              });
    }
    return seen;
  }

  private void judge(
      int run, Judge judge, Results found, Path file, Map<Mutant, Set<Integer>> seen) {
    Judge.Judgement judgement = judge.judge(file);
    round.say("%s judged all traffic in %s", judge.name(), judgement.took());
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
