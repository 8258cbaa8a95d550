package dev.waymark.conformance.reports;

import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;

/** Which evidence a report shows: that of all that is not kept, and one example of each row. */
final class Proofs {
  private static final String EXAMPLE = "/" + Clause.STATUS.slug();

  private Proofs() {}

  static List<Evidence> of(Entry entry) {
    boolean isShown = entry.verdict() != Verdict.PASS || entry.obligation().id().endsWith(EXAMPLE);
    return isShown ? entry.evidence() : List.of();
  }
}
