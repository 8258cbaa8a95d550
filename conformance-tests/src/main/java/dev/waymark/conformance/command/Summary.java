package dev.waymark.conformance.command;

import dev.waymark.conformance.reports.Kind;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.reports.Sentences;
import dev.waymark.conformance.verdicts.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads at the end of a run. */
final class Summary {
  private static final int MOST = 10;
  private static final int WIDTH = 300;

  private Summary() {}

  static String of(RunReport report, Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add(Sentences.verdict(report));
    lines.add(
        report.counts().entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> Sentences.word(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining("  ")));
    kinds(Kind.of(Sentences.broken(report)), lines);
    kinds(Kind.of(Sentences.warned(report)), lines);
    grouped(report, Verdict.UNREACHED, lines);
    grouped(report, Verdict.SKIP, lines);
    lines.add("");
    lines.add(
        "Read %s in a browser; report.json and junit.xml are beside it."
            .formatted(folder.resolve("matrix.html")));
    return String.join(System.lineSeparator(), lines);
  }

  private static void kinds(List<Kind> kinds, List<String> lines) {
    for (Kind kind : kinds.subList(0, Math.min(MOST, kinds.size()))) {
      lines.add("");
      lines.add(
          "%s  %s%s"
              .formatted(
                  Sentences.word(kind.verdict()),
                  kind.first(),
                  kind.entries().size() == 1
                      ? ""
                      : "  and the same in %d more".formatted(kind.entries().size() - 1)));
      lines.add("  " + shortened(kind.text()));
      lines.add("  waymark-conformance explain " + kind.first());
    }
    if (kinds.size() > MOST) {
      lines.add("");
      lines.add(
          "… and %s of %s, all in the reports"
              .formatted(
                  Sentences.counted(kinds.size() - MOST, "more kind"),
                  Sentences.word(kinds.getFirst().verdict())));
    }
  }

  /** By their reason, the most frequent first. */
  private static void grouped(RunReport report, Verdict verdict, List<String> lines) {
    Map<String, List<Entry>> byReason =
        report.entries().stream()
            .filter(entry -> entry.verdict() == verdict)
            .collect(Collectors.groupingBy(Kind::reason, LinkedHashMap::new, Collectors.toList()));
    if (byReason.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(Sentences.word(verdict) + ": " + Sentences.meaning(verdict));
    byReason.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .limit(MOST)
        .forEach(group ->
            lines.add(
                "%6d  %s (%s%s)"
                    .formatted(
                        group.getValue().size(),
                        shortened(group.getKey()),
                        group.getValue().getFirst().obligation().id(),
                        group.getValue().size() > 1 ? ", …" : "")));
    if (byReason.size() > MOST) {
      lines.add("        … for " + (byReason.size() - MOST) + " more reasons");
    }
  }

  private static String shortened(String text) {
    String line = text.lines().collect(Collectors.joining(" "));
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
