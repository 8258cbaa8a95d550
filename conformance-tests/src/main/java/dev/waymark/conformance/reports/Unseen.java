package dev.waymark.conformance.reports;

import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run says nothing of, said aloud: what was not brought about, and what no kit can judge.
 */
final class Unseen {
  private Unseen() {}

  static String of(RunReport report, Rules rules) {
    return group(report, Verdict.UNREACHED, "Not brought about")
        + group(report, Verdict.SKIP, "Not looked at")
        + group(report, Verdict.NOT_CLAIMED, "Not claimed")
        + unjudged(rules);
  }

  private static String group(RunReport report, Verdict verdict, String title) {
    Map<String, List<Entry>> reasons =
        report.entries().stream()
            .filter(entry -> entry.verdict() == verdict)
            .collect(
                Collectors.groupingBy(
                    entry ->
                        verdict == Verdict.NOT_CLAIMED
                            ? "the profile does not claim " + entry.obligation().claim().slug()
                            : Kind.reason(entry),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return reasons.isEmpty()
        ? ""
        : """
        <section>
        <h2>%s</h2>
        %s</section>
        """
            .formatted(
                title,
                reasons.entrySet().stream()
                    .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                    .map(reason -> reason(verdict, reason.getKey(), reason.getValue()))
                    .collect(Collectors.joining()));
  }

  private static String reason(Verdict verdict, String text, List<Entry> entries) {
    Map<String, Long> places =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> Anchors.of(entry.obligation()),
                    LinkedHashMap::new,
                    Collectors.counting()));
    String links =
        places.keySet().stream()
            .map(place -> "<a href=\"#%s\">%1$s</a>".formatted(Html.text(place)))
            .collect(Collectors.joining(", "));
    return "<details class=\"unseen\"><summary>%s %s: %s</summary><p>%s</p></details>\n"
        .formatted(Html.badge(verdict), Sentences.number(entries.size()), Html.text(text), links);
  }

  private static String unjudged(Rules rules) {
    List<Rules.Entry> all = Sentences.unjudged(rules);
    return """
    <section>
    <h2>Not judged by any run of this kit</h2>
    <details class="unseen"><summary>%s of the contract need a look inside a server or client, or more than
    one of them; they are tested beside Waymark's own code.</summary>
    <ul class="rules">
    %s</ul></details>
    </section>
    """
        .formatted(
            Sentences.counted(all.size(), "rule"),
            all.stream()
                .map(rule ->
                    "<li><strong>%s</strong> %s</li>\n"
                        .formatted(Html.text(rule.id()), Html.text(rule.rule())))
                .collect(Collectors.joining()));
  }
}
