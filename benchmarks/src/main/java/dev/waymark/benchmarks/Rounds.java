package dev.waymark.benchmarks;

import dev.waymark.benchmarks.database.Database;
import dev.waymark.benchmarks.load.Load;
import dev.waymark.benchmarks.load.Measured;
import dev.waymark.benchmarks.processes.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures servers one after the other, and again, so that whatever else the machine does meanwhile
 * hits all of them.
 */
final class Rounds {
  private final Database database;
  private final int count;
  private final Memory memory;

  Rounds(Database database, int count, Memory memory) {
    this.database = database;
    this.count = count;
    this.memory = memory;
  }

  /** As much as each takes over so many connections. */
  Comparison closed(List<Contender> contenders, int connections, Duration time) throws IOException {
    return all(
        contenders,
        contender ->
            new Load(contender.server().address(), contender.work().apply(connections), connections)
                .closed(time));
  }

  /** So many calls a second for each. */
  Comparison fixed(List<Contender> contenders, int connections, int perSecond, Duration time)
      throws IOException {
    return all(
        contenders,
        contender ->
            new Load(contender.server().address(), contender.work().apply(connections), connections)
                .fixed(perSecond, time));
  }

  private interface Run {
    Measured of(Contender contender) throws IOException;
  }

  private Comparison all(List<Contender> contenders, Run run) throws IOException {
    Map<String, List<Round>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < count; round++) {
      for (Contender contender : contenders) {
        rounds.computeIfAbsent(contender.name(), _ -> new ArrayList<>()).add(one(contender, run));
      }
    }
    return Comparison.of(rounds);
  }

  private Round one(Contender contender, Run run) throws IOException {
    long server = contender.server().pid();
    long own = ProcessHandle.current().pid();
    double serverBefore = Usage.seconds(server);
    double databaseBefore = Usage.seconds(database.pid());
    double ownBefore = Usage.seconds(own);
    Measured measured = run.of(contender);
    memory.look();
    double micros = 1e6 / measured.count();
    return new Round(
        measured,
        micros * (Usage.seconds(server) - serverBefore),
        micros * (Usage.seconds(database.pid()) - databaseBefore),
        micros * (Usage.seconds(own) - ownBefore),
        Usage.residentMebibytes(server));
  }
}
