package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.Set;

/** Ends a run as soon as something is found broken that is not known to be. */
record Hurry(Findings findings, Set<String> known) implements Progress {
  /** Nothing more needs to be looked at. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void begun(int cases) {}

  @Override
  public void started(Case one) {
    boolean found =
        findings.counts().containsKey(Verdict.FAIL)
            && findings.all().stream()
                .takeWhile(finding -> finding.verdict().compareTo(Verdict.FAIL) <= 0)
                .anyMatch(finding ->
                    finding.verdict() == Verdict.FAIL && !known.contains(finding.obligation()));
    if (found) {
      throw new Enough();
    }
  }

  @Override
  public void ended(Case one, Findings soFar) {}
}
