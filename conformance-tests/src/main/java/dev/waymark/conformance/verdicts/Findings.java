package dev.waymark.conformance.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a run has found. Safe for use by many threads. Of each obligation the weightiest finding
 * is kept, the first one of equals, and how often it was looked at.
 */
public final class Findings {
  private final Map<String, Tally> tallies = new TreeMap<>();

  /**
   * What is known of an obligation.
   *
   * @param others what else weighs as much, where it is no pass: the first {@value Tally#MOST}
   */
  public record Tally(Finding weightiest, int looks, List<String> others) {
    private static final int MOST = 100;

    public Tally {
      others = List.copyOf(others);
    }

    private static Tally of(Finding finding) {
      return new Tally(finding, 1, List.of());
    }

    private Tally and(Finding other) {
      int weight = other.verdict().compareTo(weightiest.verdict());
      if (weight < 0) {
        return new Tally(other, looks + 1, List.of());
      }
      boolean isMore =
          weight == 0
              && other.verdict().compareTo(Verdict.PASS) < 0
              && others.size() < MOST
              && !other.text().equals(weightiest.text())
              && !others.contains(other.text());
      return new Tally(weightiest, looks + 1, isMore ? with(other.text()) : others);
    }

    private List<String> with(String text) {
      List<String> more = new ArrayList<>(others);
      more.add(text);
      return more;
    }
  }

  public synchronized void add(Finding finding) {
    tallies.merge(
        finding.obligation(), Tally.of(finding), (known, fresh) -> known.and(fresh.weightiest()));
  }

  /** Whether a finding with this verdict would be the one that is kept, as things stand. */
  public synchronized boolean isNews(String obligation, Verdict verdict) {
    Tally known = tallies.get(obligation);
    return known == null || verdict.compareTo(known.weightiest().verdict()) < 0;
  }

  public synchronized Optional<Tally> of(String obligation) {
    return Optional.ofNullable(tallies.get(obligation));
  }

  /** Whether it was found broken, or what it rests on was. */
  public boolean isBroken(String obligation) {
    return of(obligation)
        .map(tally -> tally.weightiest().verdict())
        .filter(verdict -> verdict.breaks() || verdict == Verdict.SKIP)
        .isPresent();
  }

  /** The weightiest finding of each obligation that was looked at, weightiest first. */
  public synchronized List<Finding> all() {
    return tallies.values().stream()
        .map(Tally::weightiest)
        .sorted(Comparator.comparing(Finding::verdict).thenComparing(Finding::obligation))
        .toList();
  }

  /** How many obligations have which verdict so far. */
  public synchronized Map<Verdict, Integer> counts() {
    return counts(tallies.keySet());
  }

  /** How many of these have which verdict so far. */
  public synchronized Map<Verdict, Integer> counts(Set<String> wanted) {
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    tallies.forEach((id, tally) -> {
      if (wanted.contains(id)) {
        counts.merge(tally.weightiest().verdict(), 1, Integer::sum);
      }
    });
    return counts;
  }
}
