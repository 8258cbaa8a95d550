package dev.waymark.conformance.reports;

import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The numbered rules, which no answer can show alone. */
final class RulesTable {
  private RulesTable() {}

  /** Nothing where none was judged. */
  static String of(RunReport report) {
    List<Entry> rules =
        report.entries().stream().filter(entry -> !entry.obligation().isOfRow()).toList();
    if (rules.isEmpty()) {
      return "";
    }
    return """
    <section id="rules">
    <h2>Numbered rules</h2>
    <ul class="rules">
    %s</ul>
    </section>
    """
        .formatted(rules.stream().map(RulesTable::rule).collect(Collectors.joining()));
  }

  private static String rule(Entry entry) {
    String proofs = Proofs.of(entry).stream().map(Proof::exchange).collect(Collectors.joining());
    boolean isOpen = entry.verdict().breaks() || entry.verdict() == Verdict.HARNESS_ERROR;
    return """
    <li id="%s" class="row%s">%s <strong>%1$s</strong> %s
    <small>%s · %s</small>
    <p class="reason">%s</p>
    %s</li>
    """
        .formatted(
            Html.text(entry.obligation().id()),
            entry.verdict() == Verdict.PASS ? " kept" : "",
            Html.badge(entry.verdict()),
            Html.text(entry.obligation().promise()),
            Html.text(entry.obligation().claim().slug()),
            Html.text(entry.obligation().source()),
            Html.text(entry.text()),
            proofs.isEmpty()
                ? ""
                : "<details%s><summary>what was seen</summary>%s</details>%n"
                    .formatted(isOpen ? " open" : "", proofs));
  }
}
