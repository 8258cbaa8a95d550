package dev.waymark.benchmarks;

import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * How many starts a second, beside an endpoint that does nothing and one with a transaction for
 * each hold.
 */
final class Starts {
  private static final double WANTED_OF_BARE = 0.2;
  private static final double WANTED_OF_PLAIN = 10;

  private final Options options;
  private final Stage stage;
  private final Scene scene;
  private final Targets targets;

  Starts(Options options, Stage stage, Scene scene, Targets targets) {
    this.options = options;
    this.stage = stage;
    this.scene = scene;
    this.targets = targets;
  }

  void measure() throws IOException, SQLException {
    stage.warmUp(scene.starts(true), options);
    double ofBare = 0;
    Table table = Rows.table();
    for (int connections : options.connections()) {
      Comparison found = round(scene.starts(true), connections);
      Rows.add(table, connections, found);
      ofBare = Math.max(ofBare, found.ratio(Contender.WAYMARK, Contender.BARE));
    }
    Benchmarks.say("## Start, 1 000 keys\n\n" + table.text());
    targets.atLeast("start, 1 000 keys: ratio to bare", WANTED_OF_BARE, ofBare);

    double ofPlain = 0;
    double most = 0;
    Table hot = Rows.table();
    for (int connections : options.connections()) {
      Comparison found = round(scene.starts(false), connections);
      Rows.add(hot, connections, found);
      double accepted = found.of(Contender.WAYMARK).perSecond();
      most = Math.max(most, accepted);
      ofPlain = Math.max(ofPlain, found.ratio(Contender.WAYMARK, Contender.PLAIN));
    }
    Benchmarks.say("## Start, one hot account\n\n" + hot.text());
    targets.atLeast("start, one hot account: ratio to plain", WANTED_OF_PLAIN, ofPlain);
    targets.atLeast("start, one hot account: accepted/s", 6000, most);
  }

  private Comparison round(List<Contender> contenders, int connections)
      throws IOException, SQLException {
    Comparison found = stage.rounds(options).closed(contenders, connections, options.time());
    // As workers would have done meanwhile.
    stage.endPendingAfter(scene.lastPrepared());
    return found;
  }
}
