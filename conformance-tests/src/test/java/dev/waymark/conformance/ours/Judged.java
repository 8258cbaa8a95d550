package dev.waymark.conformance.ours;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.provoke.RowsSuite;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the kit says of a server. */
public record Judged(List<RunReport.Entry> entries) {
  private static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());

  /** Runs all cases of rows. */
  public static Judged of(Target target) {
    Suite suite = new Suite(RowsSuite.stages(OBLIGATIONS));
    Findings findings = new Findings();
    suite.run(new Bench(OBLIGATIONS, target, findings), Progress.SILENT);
    Set<String> decided = suite.decides();
    return new Judged(
        RunReport.entries(
                RunReport.ofServers(OBLIGATIONS),
                findings,
                target.profile().promise().claims(),
                Map.of())
            .stream()
            .filter(
                entry -> entry.obligation().isOfRow() || decided.contains(entry.obligation().id()))
            .toList());
  }

  public List<String> notKept() {
    return entries.stream()
        .filter(entry -> entry.verdict() != Verdict.PASS)
        .map(Judged::line)
        .toList();
  }

  /** The rows of which not everything was looked at. */
  public Set<String> rowsUnreached() {
    return entries.stream()
        .filter(entry -> entry.verdict() == Verdict.UNREACHED)
        .map(entry -> entry.obligation().id().replaceFirst("/[a-z-]+$", ""))
        .collect(Collectors.toSet());
  }

  /** Those that were looked at, and are not kept. */
  public List<String> broken() {
    return entries.stream()
        .filter(entry -> entry.verdict() != Verdict.PASS && entry.verdict() != Verdict.UNREACHED)
        .map(Judged::line)
        .toList();
  }

  private static String line(RunReport.Entry entry) {
    return "%s %s: %s".formatted(entry.verdict(), entry.obligation().id(), entry.text());
  }
}
