package dev.waymark.benchmarks.callers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Callers in turn, in short rounds, so that whatever else the machine does hits all of them; the
 * turn begins with another one each time.
 */
final class Comparison {
  private final Map<String, Costs> costs = new LinkedHashMap<>();

  Comparison with(String name, Caller caller) {
    costs.put(name, new Costs(caller));
    return this;
  }

  void warmUp(int calls) throws Exception {
    for (int done = 0; done < calls; done += 100) {
      for (Costs one : costs.values()) {
        for (int call = 0; call < 100; call++) {
          one.caller().call();
        }
      }
    }
  }

  void run(int rounds, int calls) throws Exception {
    List<Costs> turn = new ArrayList<>(costs.values());
    for (int round = 0; round < rounds; round++) {
      for (Costs one : turn) {
        one.round(calls);
      }
      Collections.rotate(turn, 1);
    }
  }

  Map<String, Costs> costs() {
    return Collections.unmodifiableMap(costs);
  }

  /**
   * By how much more one takes than another, in the median of the rounds, each held against the
   * other's of the same turn.
   */
  double added(String one, String other, double percentile) {
    List<Double> mine = costs.get(one).microsByRound(percentile);
    List<Double> theirs = costs.get(other).microsByRound(percentile);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < mine.size(); round++) {
      ratios.add(mine.get(round) / theirs.get(round) - 1);
    }
    Collections.sort(ratios);
    return ratios.get(ratios.size() / 2);
  }

  void close() {
    costs.values().forEach(one -> one.caller().close());
  }
}
