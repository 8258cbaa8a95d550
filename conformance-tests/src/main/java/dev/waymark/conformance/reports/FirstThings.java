package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to do first: what is wrong in the same way in many places is one thing, and the one that is
 * wrong in the most places comes first.
 */
final class FirstThings {
  private static final int MOST = 6;

  private FirstThings() {}

  static String of(RunReport report) {
    List<Entry> broken = Sentences.broken(report);
    if (!broken.isEmpty()) {
      return section("What to do first", broken, "Nothing else has to be looked at before these.");
    }
    List<Entry> warned = Sentences.warned(report);
    if (!warned.isEmpty()) {
      return section("What to do first", warned, "Nothing is broken; this could be better.")
          + unseen(report, "");
    }
    return unseen(
        report,
        "<section><h2>What to do first</h2><p>Nothing: all that is claimed was seen to be kept.</p>"
            + "</section>\n");
  }

  private static String unseen(RunReport report, String otherwise) {
    List<Entry> unseen =
        report.entries().stream().filter(entry -> entry.verdict() == Verdict.UNREACHED).toList();
    return unseen.isEmpty()
        ? otherwise
        : section(
            "What was not seen",
            unseen,
            "Nothing is broken, but what nobody managed to bring about is no pass. Most of it needs"
                + " an operator key, or a hook in the profile.");
  }

  private static String section(String title, List<Entry> entries, String explanation) {
    List<Kind> kinds = Kind.of(entries);
    String items = kinds.stream().limit(MOST).map(FirstThings::item).collect(Collectors.joining());
    String more =
        kinds.size() > MOST
            ? "<p class=\"more\">… and %s.</p>\n"
                .formatted(Sentences.counted(kinds.size() - MOST, "more kind"))
            : "";
    return """
    <section>
    <h2>%s</h2>
    <p>%s</p>
    <ol class="first">
    %s</ol>
    %s</section>
    """
        .formatted(title, explanation, items, more);
  }

  private static String item(Kind kind) {
    return "<li>%s <strong>%s</strong> %s<br><small>%s</small></li>\n"
        .formatted(
            Html.badge(kind.verdict()),
            Html.text(kind.clause()),
            Html.text(kind.text()),
            places(kind.entries().getFirst().obligation(), kind.entries().size()));
  }

  private static String places(Obligation first, int number) {
    String link =
        "<a href=\"#%s\">%s</a>".formatted(Html.text(Anchors.of(first)), Html.text(first.id()));
    return number == 1
        ? "in " + link
        : "in %s, as in %s".formatted(Sentences.counted(number, "place"), link);
  }
}
