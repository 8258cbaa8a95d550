package dev.waymark.conformance.verdicts;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a run has found. Safe for use by many threads. Of each obligation the weightiest finding
 * is kept, the first one of equals, and how often it was looked at.
 */
public final class Findings {
  private final Map<String, Tally> tallies = new TreeMap<>();

  /** What is known of an obligation. */
  public record Tally(Finding weightiest, int looks) {
    private Tally and(Finding other) {
      boolean heavier = other.verdict().compareTo(weightiest.verdict()) < 0;
      return new Tally(heavier ? other : weightiest, looks + 1);
    }
  }

  public synchronized void add(Finding finding) {
    tallies.merge(
        finding.obligation(),
        new Tally(finding, 1),
        (known, fresh) -> known.and(fresh.weightiest()));
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
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    tallies.values().forEach(tally -> counts.merge(tally.weightiest().verdict(), 1, Integer::sum));
    return counts;
  }
}
