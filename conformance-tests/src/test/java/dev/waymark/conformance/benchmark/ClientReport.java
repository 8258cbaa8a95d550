package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.clients.ClientMutants;
import dev.waymark.conformance.mutants.clients.ClientMutants.Manner;
import dev.waymark.conformance.mutants.clients.ClientMutants.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kit says of clients that differ from ours in one thing, as Markdown.
 *
 * @param runs the same clients each time
 */
record ClientReport(List<List<Row>> runs) {
  private static final int MOST_NAMED = 3;

  static ClientReport of(int runs) {
    return new ClientReport(Stream.generate(() -> new ClientMutants().rows()).limit(runs).toList());
  }

  /** Whether each run says what it ought to say of each client. */
  boolean isGood() {
    return runs.stream().flatMap(List::stream).allMatch(Row::isRight);
  }

  String text() {
    return """

    ## Clients

    Ours, changed in one thing, on time that is steered; the other tools judge no clients. Of those that break what is owed the
    kit failed %d of %d, of those that do not as they should it warned %d of %d, of those that are right it failed %d of %d.
    Runs: %d, and they %s. All clients together took %s.

    | client | is | failed, or warned, by |
    |---|---|---|
    """
            .formatted(
                right(Manner.BROKEN),
                all(Manner.BROKEN),
                right(Manner.POOR),
                all(Manner.POOR),
                all(Manner.CONFORMING) - right(Manner.CONFORMING),
                all(Manner.CONFORMING),
                runs.size(),
                agree() ? "agree" : "do not agree",
                Benchmark.seconds(took()))
        + runs.getFirst().stream().map(ClientReport::row).collect(Collectors.joining());
  }

  private static String row(Row row) {
    List<String> found = row.failed().isEmpty() ? row.warned() : row.failed();
    String named =
        found.stream().limit(MOST_NAMED).map("`%s`"::formatted).collect(Collectors.joining(", "));
    String more = found.size() > MOST_NAMED ? " and %d".formatted(found.size() - MOST_NAMED) : "";
    return "| %s | %s | %s%s |%n"
        .formatted(row.client(), is(row.manner()), named.isEmpty() ? "—" : named, more);
  }

  private static String is(Manner manner) {
    return switch (manner) {
      case BROKEN -> "broken";
      case POOR -> "poor";
      case CONFORMING -> "right";
    };
  }

  private boolean agree() {
    return runs.stream()
            .map(run -> run.stream().map(row -> row.failed() + "" + row.warned()).toList())
            .distinct()
            .count()
        == 1;
  }

  private Duration took() {
    return Duration.ofMillis(runs.getFirst().stream().mapToLong(Row::millis).sum());
  }

  private long all(Manner manner) {
    return runs.getFirst().stream().filter(row -> row.manner() == manner).count();
  }

  /** What is right in every run. */
  private long right(Manner manner) {
    return runs.stream()
        .mapToLong(
            run -> run.stream().filter(row -> row.manner() == manner && row.isRight()).count())
        .min()
        .orElse(0);
  }
}
