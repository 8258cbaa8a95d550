package dev.waymark.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** All rounds of one server; what they say is the median of each number. */
record Rounded(List<Round> rounds) {
  Rounded {
    rounds = List.copyOf(rounds);
  }

  double perSecond() {
    return median(round -> round.measured().perSecond());
  }

  double millis(double percentile) {
    return median(round -> round.measured().millis(percentile));
  }

  double serverMicros() {
    return median(Round::serverMicros);
  }

  double databaseMicros() {
    return median(Round::databaseMicros);
  }

  double loadMicros() {
    return median(Round::loadMicros);
  }

  /** The most of any round. */
  double mebibytes() {
    return rounds.stream().mapToDouble(Round::mebibytes).max().orElse(0);
  }

  private double median(ToDoubleFunction<Round> number) {
    double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
