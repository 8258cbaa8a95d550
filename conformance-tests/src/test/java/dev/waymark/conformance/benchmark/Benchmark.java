package dev.waymark.conformance.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the kit and other tools against every mutant and every variant, and compares them. */
final class Benchmark {
  private Benchmark() {}

  public static void main(String... words) throws IOException {
    Options options = Options.of(List.of(words));
    boolean isGood;
    try (Stations stations = new Stations(options.workers())) {
      isGood = run(new Round(options, stations, System.out));
    }
    System.exit(isGood ? 0 : 1);
  }

  /** Whether the kit kills every mutant and fails no variant, in every run. */
  private static boolean run(Round round) throws IOException {
    Options options = round.options();
    // What only some were tried for must not take the place of hours of work.
    String name = options.only().isEmpty() ? "results.jsonl" : "results-of-some.jsonl";
    Path file = JudgeTrials.home().resolve(name);
    try (Notebook notebook = Notebook.at(file, options.continues())) {
      Results ours = notebook.of("this kit");
      Map<Judge, Results> judges = new LinkedHashMap<>();
      for (Judge judge : List.of(Judge.prism(), Judge.openApiCore())) {
        judges.put(judge, notebook.of(judge.name()));
      }
      Results fuzzing = notebook.of("Schemathesis");
      if (!options.reports()) {
        new KitTrials(round, ours).run();
        new JudgeTrials(round, ours, judges).run();
        new FuzzingTrials(round, fuzzing).run();
      }
      List<Results> all = new ArrayList<>(List.of(ours));
      all.addAll(judges.values());
      all.add(fuzzing);
      all.removeIf(found -> found.runs() == 0);
      String servers = new Report(round.mutants(), round.variants(), all).text();
      boolean isGood =
          round.mutants().stream().allMatch(ours::kills)
              && round.variants().stream().noneMatch(ours::alarms);
      if (options.only().isEmpty()) {
        return withClients(servers, options, round.out()) && isGood;
      }
      round.say(servers);
      return isGood;
    }
  }

  /** The whole report, which is kept; whether the kit says of clients what it ought to. */
  private static boolean withClients(String servers, Options options, PrintStream out)
      throws IOException {
    ClientReport clients = ClientReport.of(options.runs());
    String text = servers + clients.text();
    out.println(text);
    if (options.report().isPresent()) {
      Files.writeString(options.report().get(), text);
    }
    return clients.isGood();
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
