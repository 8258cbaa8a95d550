package dev.waymark.benchmarks;

import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Whether starts stay as fast while the ledger grows. */
final class Growth {
  private static final int ACCOUNTS = 1000;
  private static final long FIRST = 10_000;
  private static final int FACTOR = 10;
  private static final int CONNECTIONS = 32;

  /** What may be lost to chance between two measurements. */
  private static final double WANTED = 0.9;

  private final Options options;
  private final Stage stage;
  private final Scene scene;
  private final Targets targets;

  Growth(Options options, Stage stage, Scene scene, Targets targets) {
    this.options = options;
    this.stage = stage;
    this.scene = scene;
    this.targets = targets;
  }

  void measure() throws IOException, SQLException {
    Table table =
        new Table("ledger entries", "starts/s", "p99 ms", "server µs", "PostgreSQL µs", "fill s");
    stage.warmUp(scene.starts(stage.many()), options);
    double first = 0;
    double last = 0;
    long filled = 0;
    for (long entries = FIRST; entries <= options.entries(); entries *= FACTOR) {
      long start = System.nanoTime();
      List<String> keys = stage.grown(ACCOUNTS, filled, entries);
      double seconds = (System.nanoTime() - start) / 1e9;
      filled = entries;
      Comparison found =
          stage.rounds(options).closed(scene.starts(keys), CONNECTIONS, options.time());
      stage.endPendingAfter(scene.lastPrepared());
      Rounded rounded = found.of(Contender.WAYMARK);
      last = rounded.perSecond();
      first = first == 0 ? last : first;
      table.row(
          text(entries),
          Targets.number(rounded.perSecond()),
          Targets.number(rounded.millis(99)),
          Targets.number(rounded.serverMicros()),
          Targets.number(rounded.databaseMicros()),
          Targets.number(seconds));
    }
    Benchmarks.say("## Start, as the ledger grows\n\n" + table.text());
    targets.atLeast(
        "start with %s ledger entries, to that with %s".formatted(text(filled), text(FIRST)),
        WANTED,
        last / first);
  }

  private static String text(long count) {
    return "%,d".formatted(count).replace(',', ' ');
  }
}
