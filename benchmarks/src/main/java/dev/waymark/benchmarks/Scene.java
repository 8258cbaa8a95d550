package dev.waymark.benchmarks;

import dev.waymark.benchmarks.load.Load;
import dev.waymark.benchmarks.load.Workload;
import dev.waymark.benchmarks.work.PollWork;
import dev.waymark.benchmarks.work.StartWork;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What is asked of the servers on a stage. */
final class Scene {
  private static final String BASE = "/api/v1";

  private final Stage stage;
  private final List<PollWork.Target> targets = new ArrayList<>();
  private int runs;

  private Scene(Stage stage) {
    this.stage = stage;
  }

  /** Starts a generation with each key; they are what is polled. */
  static Scene on(Stage stage) throws IOException {
    Scene scene = new Scene(stage);
    for (String key : stage.many()) {
      Load load = new Load(stage.waymark().address(), scene.start(List.of(key)), 1);
      scene.targets.add(new PollWork.Target(load.once().member("generation_id"), key));
    }
    return scene;
  }

  /** The last generation that is there before anything is measured. */
  String lastPrepared() {
    return targets.stream().map(PollWork.Target::generation).max(String::compareTo).orElse("");
  }

  List<Contender> polls(boolean many) {
    List<PollWork.Target> asked = many ? targets : targets.subList(0, 1);
    IntFunction<Workload> work = connections -> new PollWork(BASE, asked, connections);
    return List.of(
        new Contender(Contender.BARE, stage.bare(), work),
        new Contender(Contender.WAYMARK, stage.waymark(), work));
  }

  /** Over a thousand accounts, or on one that is new each time. */
  List<Contender> starts(boolean many) throws SQLException {
    List<String> keys = many ? stage.many() : stage.oneHotAccount();
    // The plain one's wallets go by key.
    List<String> plainKeys = many ? keys : keys.subList(0, 1);
    return List.of(
        new Contender(Contender.BARE, stage.bare(), _ -> start(keys)),
        new Contender(Contender.PLAIN, stage.plain(), _ -> start(plainKeys)),
        new Contender(Contender.WAYMARK, stage.waymark(), _ -> start(keys)));
  }

  /** Of the server alone, with these keys. */
  List<Contender> starts(List<String> keys) {
    return List.of(new Contender(Contender.WAYMARK, stage.waymark(), _ -> start(keys)));
  }

  private Workload start(List<String> keys) {
    return new StartWork(BASE, keys, "run-%d".formatted(runs++));
  }
}
