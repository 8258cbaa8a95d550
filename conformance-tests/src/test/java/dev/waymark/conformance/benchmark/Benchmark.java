package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.subject.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Runs the kit and other tools against every mutant and every variant, and compares them. */
final class Benchmark {
  private static final Mutant NONE = new Mutant("none", "Our server as it is.", () -> Filter.NONE);

  private final Options options;
  private final Subject subject;
  private final KitRun kit;
  private final PrintStream out;
  private final List<Mutant> mutants = Mutants.all();
  private final List<Mutant> variants = Variants.all();
  private final List<Results> results = new ArrayList<>();

  private Benchmark(Options options, Subject subject, PrintStream out) {
    this.options = options;
    this.subject = subject;
    this.kit = new KitRun(subject);
    this.out = out;
  }

  public static void main(String... words) throws IOException {
    Options options = Options.of(List.of(words));
    try (Subject subject = KitRun.server()) {
      Benchmark benchmark = new Benchmark(options, subject, System.out);
      System.exit(benchmark.run() ? 0 : 1);
    }
  }

  /** Whether the kit kills every mutant and fails no variant, in every run. */
  private boolean run() throws IOException {
    runKit();
    if (options.toolRuns() > 0) {
      runJudges();
    }
    if (options.toolRuns() > 0 && options.fuzzing()) {
      runFuzzing();
    }
    String report = new Report(mutants, variants, results, options).text();
    out.println(report);
    if (options.report().isPresent() && options.only().isEmpty()) {
      Files.writeString(options.report().get(), report);
    }
    Results ours = results.getFirst();
    return wanted(mutants).stream().allMatch(ours::kills)
        && wanted(variants).stream().noneMatch(ours::alarms);
  }

  private void runKit() {
    Results found = new Results("this kit");
    results.add(found);
    kit.whole(NONE, Recorder.NONE); // So that no run pays for a server that is still cold.
    for (int run = 1; run <= options.runs(); run++) {
      KitRun.Outcome base = kit.whole(NONE, Recorder.NONE);
      found.took(base.took());
      say("kit, run %d: our server in %d ms, %s", run, base.took().toMillis(), base.counts());
      base.failures().forEach((id, text) -> say("  %s: %s", id, shortened(text)));
      Set<String> known = base.failures().keySet();
      for (Mutant mutant : wanted(mutants)) {
        tell(found, mutant, kit.untilKilled(mutant, known, _ -> true), known);
      }
      for (Mutant variant : wanted(variants)) {
        tell(found, variant, kit.whole(variant, Recorder.NONE), known);
      }
    }
  }

  private void tell(Results found, Mutant mutant, KitRun.Outcome outcome, Set<String> known) {
    Map<String, String> beyond = outcome.beyond(known);
    found.add(mutant, beyond.keySet());
    say(
        "%-45s %s after %d ms, %d deeds",
        mutant.name(),
        beyond.isEmpty() ? "KEPT" : "broken",
        outcome.took().toMillis(),
        outcome.deeds());
    beyond.entrySet().stream()
        .limit(2)
        .forEach(one -> say("      %s: %s", one.getKey(), shortened(one.getValue())));
  }

  private void runJudges() throws IOException {
    List<Judge> judges = List.of(Judge.prism(), Judge.openApiCore());
    judges.forEach(judge -> results.add(new Results(judge.name())));
    for (int run = 1; run <= options.toolRuns(); run++) {
      Path file = folder().resolve("traffic.jsonl");
      Map<Mutant, Set<Integer>> seen = new LinkedHashMap<>();
      try (Traffic traffic = Traffic.to(file)) {
        for (Mutant mutant : together()) {
          Traffic.Run recorded = traffic.run();
          kit.whole(mutant, recorded);
          seen.put(mutant, recorded.seen());
          say(
              "recorded %s: %d exchanges, %d in all",
              mutant, recorded.seen().size(), traffic.size());
        }
      }
      for (Judge judge : judges) {
        Judge.Judgement judgement = judge.judge(file);
        say("%s judged all traffic in %d ms", judge.name(), judgement.took().toMillis());
        Results found = results(judge.name());
        found.took(judgement.took().dividedBy(seen.size()));
        Set<String> known = judgement.in(Objects.requireNonNull(seen.get(NONE)));
        seen.forEach((mutant, exchanges) -> {
          Set<String> beyond = judgement.in(exchanges);
          beyond.removeAll(known);
          found.add(mutant, beyond);
        });
      }
    }
  }

  private void runFuzzing() {
    Results found = new Results("Schemathesis");
    results.add(found);
    Fuzzing fuzzing = new Fuzzing(subject, kit.behind());
    for (int run = 1; run <= options.toolRuns(); run++) {
      Set<String> known = Set.of();
      for (Mutant mutant : together()) {
        Fuzzing.Outcome outcome = fuzzing.of(mutant);
        if (mutant.equals(NONE)) {
          known = outcome.found();
          found.took(outcome.took());
        }
        Set<String> beyond = new TreeSet<>(outcome.found());
        beyond.removeAll(known);
        found.add(mutant, beyond);
        say("Schemathesis, %s in %d ms: %s", mutant, outcome.took().toMillis(), beyond);
      }
    }
  }

  /** Our server first. */
  private List<Mutant> together() {
    List<Mutant> all = new ArrayList<>(List.of(NONE));
    all.addAll(wanted(mutants));
    all.addAll(wanted(variants));
    return all;
  }

  private List<Mutant> wanted(List<Mutant> all) {
    return all.stream().filter(options::wants).toList();
  }

  private Results results(String tool) {
    return results.stream().filter(one -> one.tool().equals(tool)).findFirst().orElseThrow();
  }

  private static Path folder() throws IOException {
    Path home =
        BuildProperty.path("waymark.benchmark.scripts").resolve("../../../target/benchmark");
    return Files.createDirectories(home.normalize());
  }

  private void say(String format, Object... values) {
    out.printf(format + "%n", values);
    out.flush();
  }

  private static String shortened(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
