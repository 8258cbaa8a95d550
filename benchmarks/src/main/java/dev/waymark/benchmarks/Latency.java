package dev.waymark.benchmarks;

import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What a call costs its caller in time while the server has room: 400 a second, come what may. */
final class Latency {
  private static final int PER_SECOND = 400;
  private static final int CONNECTIONS = 128;
  private static final double MOST_ADDED_MILLIS = 5;

  private final Options options;
  private final Stage stage;
  private final Scene scene;
  private final Targets targets;

  Latency(Options options, Stage stage, Scene scene, Targets targets) {
    this.options = options;
    this.stage = stage;
    this.scene = scene;
    this.targets = targets;
  }

  void measure() throws IOException, SQLException {
    Table table = new Table("call", "server", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");
    measure(table, "poll", scene.polls(true));
    measure(table, "start", scene.starts(true));
    stage.endPendingAfter(scene.lastPrepared());
    Benchmarks.say("## Latency at %d calls/s\n\n%s".formatted(PER_SECOND, table.text()));
  }

  private void measure(Table table, String call, List<Contender> contenders) throws IOException {
    stage.warmUp(contenders, options);
    Comparison found =
        stage
            .rounds(options)
            .fixed(contenders, CONNECTIONS, PER_SECOND, options.time().multipliedBy(2));
    found
        .servers()
        .forEach((name, rounded) ->
            table.row(
                call,
                name,
                Targets.number(rounded.millis(50)),
                Targets.number(rounded.millis(90)),
                Targets.number(rounded.millis(99)),
                Targets.number(rounded.millis(99.9)),
                Targets.number(rounded.millis(100))));
    targets.atMost(
        "%s at %d/s: added p99, ms".formatted(call, PER_SECOND),
        MOST_ADDED_MILLIS,
        found.of(Contender.WAYMARK).millis(99) - found.of(Contender.BARE).millis(99));
  }
}
