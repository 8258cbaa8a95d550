package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What opens when somebody wants to know why: reasons, exchanges, and the command for each. */
final class Proof {
  private Proof() {}

  /** Clauses of one row that have the same verdict for the same reason. */
  private record Reason(Verdict verdict, String text) {}

  static String row(Row row, List<Entry> entries, int columns) {
    return """
    <tr class="proof" id="%s"><td colspan="%d"><div>
    <a class="close" href="#op-%s">close</a>
    <h4>%s</h4>
    %s</div></td></tr>
    """
        .formatted(
            Html.text(row.id()),
            columns,
            Html.text(row.operation().id()),
            Html.text(row.id()),
            reasons(entries));
  }

  private static String reasons(List<Entry> entries) {
    Map<Reason, List<Entry>> reasons =
        entries.stream()
            .sorted((one, other) -> one.verdict().compareTo(other.verdict()))
            .collect(
                Collectors.groupingBy(
                    entry -> new Reason(entry.verdict(), entry.text()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Set<Evidence> shown = new HashSet<>();
    return reasons.entrySet().stream()
        .map(reason -> reason(reason.getKey(), reason.getValue(), shown))
        .collect(Collectors.joining());
  }

  private static String reason(Reason reason, List<Entry> entries, Set<Evidence> shown) {
    String clauses =
        entries.stream()
            .map(entry -> {
              String id = entry.obligation().id();
              return "<span title=\"%s\">%s</span>"
                  .formatted(
                      Html.text(entry.obligation().promise()),
                      Html.text(id.substring(id.lastIndexOf('/') + 1)));
            })
            .collect(Collectors.joining(", "));
    return "<p class=\"reason\">%s <strong>%s</strong>: %s</p>\n%s"
        .formatted(
            Html.badge(reason.verdict()),
            clauses,
            Html.text(reason.text()),
            entries.stream()
                .flatMap(entry -> Proofs.of(entry).stream())
                .filter(shown::add)
                .map(Proof::exchange)
                .collect(Collectors.joining()));
  }

  static String exchange(Evidence one) {
    return """
    <div class="exchange">
    <pre class="sent" aria-label="sent">%s</pre>
    <pre class="came" aria-label="came back">%s</pre>
    %s</div>
    """
        .formatted(
            Html.text(one.request().strip()),
            Html.text(one.answer().strip()),
            one.curl().isBlank()
                ? ""
                : "<pre class=\"curl\" aria-label=\"the same by curl\">%s</pre>%n"
                    .formatted(Html.text(one.curl().strip())));
  }
}
