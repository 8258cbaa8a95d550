package dev.waymark.conformance.laws.schedules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that are smaller than a list: with steps left out, and with steps that do less. */
final class Smaller {
  private Smaller() {}

  /** The smallest first: halves are left out, then quarters, … single steps, then steps shrink. */
  static <S> List<List<S>> of(List<S> steps, Function<S, List<S>> smaller) {
    List<List<S>> all = new ArrayList<>();
    for (int size = (steps.size() + 1) / 2; size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
      for (int from = 0; from < steps.size(); from += size) {
        all.add(without(steps, from, Math.min(from + size, steps.size())));
      }
    }
    for (int index = 0; index < steps.size(); index++) {
      for (S less : smaller.apply(steps.get(index))) {
        List<S> changed = new ArrayList<>(steps);
        changed.set(index, less);
        all.add(changed);
      }
    }
    return all;
  }

  private static <S> List<S> without(List<S> steps, int from, int until) {
    List<S> fewer = new ArrayList<>(steps.subList(0, from));
    fewer.addAll(steps.subList(until, steps.size()));
    return fewer;
  }
}
