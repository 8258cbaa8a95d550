package dev.waymark.conformance.reports;

import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** In which other cases a client did not keep the same: mended in one, it is still broken. */
final class Also {
  private static final int MOST = 5;

  private Also() {}

  /** To stand behind a finding's text; empty where there is no other. */
  static String of(Findings.Tally tally) {
    Verdict verdict = tally.weightiest().verdict();
    String first = name(tally.weightiest().text());
    List<String> names =
        tally.others().stream()
            .map(Also::name)
            .distinct()
            .filter(name -> !name.equals(first))
            .sorted()
            .toList();
    if (names.isEmpty() || verdict.compareTo(Verdict.WARN) > 0) {
      return "";
    }
    int more = names.size() - MOST;
    return "; and also: %s%s"
        .formatted(
            names.stream().limit(MOST).collect(Collectors.joining(", ")),
            more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String name(String text) {
    return text.replaceFirst(": (?s).*", "");
  }
}
