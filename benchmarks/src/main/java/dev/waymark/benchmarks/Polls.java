package dev.waymark.benchmarks;

import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;
import java.io.IOException;
import java.util.List;

/** How many polls a second, beside an endpoint that does nothing. */
final class Polls {
  private static final double WANTED = 0.4;

  private final Options options;
  private final Stage stage;
  private final Scene scene;
  private final Targets targets;

  Polls(Options options, Stage stage, Scene scene, Targets targets) {
    this.options = options;
    this.stage = stage;
    this.scene = scene;
    this.targets = targets;
  }

  void measure() throws IOException {
    for (boolean many : new boolean[] {true, false}) {
      String of = many ? "1 000 keys" : "one key";
      List<Contender> contenders = scene.polls(many);
      stage.warmUp(contenders, options);
      Table table = Rows.table();
      double best = 0;
      for (int connections : options.connections()) {
        Comparison found = stage.rounds(options).closed(contenders, connections, options.time());
        Rows.add(table, connections, found);
        best = Math.max(best, found.ratio(Contender.WAYMARK, Contender.BARE));
      }
      Benchmarks.say("## Poll, %s\n\n%s".formatted(of, table.text()));
      targets.atLeast("poll, %s: ratio to bare".formatted(of), WANTED, best);
    }
  }
}
