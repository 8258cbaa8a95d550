package dev.waymark.benchmarks;

import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;

/** The rows of a comparison. */
final class Rows {
  private Rows() {}

  static Table table() {
    return new Table(
        "server",
        "connections",
        "calls/s",
        "ratio to bare",
        "p50 ms",
        "p99 ms",
        "server µs",
        "PostgreSQL µs",
        "load µs",
        "MiB");
  }

  static void add(Table table, int connections, Comparison found) {
    double bare = found.of(Contender.BARE).perSecond();
    found
        .servers()
        .forEach((name, rounded) ->
            table.row(
                name,
                String.valueOf(connections),
                Targets.number(rounded.perSecond()),
                Targets.number(rounded.perSecond() / bare),
                Targets.number(rounded.millis(50)),
                Targets.number(rounded.millis(99)),
                Targets.number(rounded.serverMicros()),
                Targets.number(rounded.databaseMicros()),
                Targets.number(rounded.loadMicros()),
                Targets.number(rounded.mebibytes())));
  }
}
