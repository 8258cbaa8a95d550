package dev.waymark.conformance.reports;

import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all reports say in the same words. */
public final class Sentences {
  private Sentences() {}

  /** What came out, in one sentence. */
  public static String verdict(RunReport report) {
    Map<Verdict, Long> counts = report.counts();
    long all = report.entries().size();
    long claimed = all - counts.getOrDefault(Verdict.NOT_CLAIMED, 0L);
    long broken = report.entries().stream().filter(entry -> entry.verdict().breaks()).count();
    long seen = report.entries().stream().filter(entry -> isKept(entry.verdict())).count();
    return switch (report.exitCode()) {
      case 3 ->
          "Nothing can be said for sure: the kit itself went wrong in %s."
              .formatted(counted(counts.getOrDefault(Verdict.HARNESS_ERROR, 0L), "place"));
      case 1 ->
          report.isBroken()
              ? "Broken: %s of %s not kept."
                  .formatted(
                      number(broken),
                      counted(claimed, "obligation") + (broken == 1 ? " is" : " are"))
              : "Nothing was seen, so nothing is shown to be kept: none of %s was brought about."
                  .formatted(counted(claimed, "obligation"));
      default ->
          seen == 0
              ? "Nothing new: all that was seen of %s is known to be broken."
                  .formatted(counted(claimed, "obligation"))
              : seen == claimed
                  ? "Kept: all of %s.".formatted(counted(claimed, "obligation"))
                  : "Kept, as far as it was seen: %s of %s."
                      .formatted(number(seen), counted(claimed, "obligation"));
    };
  }

  /** {@code NOT-CLAIMED}. */
  public static String word(Verdict verdict) {
    return verdict.name().replace('_', '-');
  }

  /** What a verdict means, to whoever reads it for the first time. */
  public static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "kept, each time that it was looked at";
      case FAIL -> "broken";
      case WARN -> "kept, but not as a good server or client would";
      case KNOWN_FAIL -> "broken, as the profile says it would be";
      case STALE -> "the profile says it is broken, and it is kept: correct the profile";
      case UNREACHED -> "nobody managed to bring it about; never a pass";
      case SKIP -> "not looked at, because what it rests on is broken";
      case NOT_CLAIMED -> "the profile does not claim it";
      case HARNESS_ERROR -> "the kit itself went wrong; nothing is said of who is tested";
    };
  }

  /** The rules in force that need a look inside, which no kit has from outside. */
  public static List<Rules.Entry> unjudged(Rules rules) {
    return rules.all().stream()
        .filter(rule -> rule.later().isEmpty() && rule.claim().isEmpty())
        .toList();
  }

  /** Those that need somebody, weightiest first, and of one weight in the report's order. */
  public static List<Entry> broken(RunReport report) {
    return report.entries().stream()
        .filter(entry -> entry.verdict().breaks() || entry.verdict() == Verdict.HARNESS_ERROR)
        .sorted((one, other) -> one.verdict().compareTo(other.verdict()))
        .toList();
  }

  /** Those that are kept, and not as they should be. */
  public static List<Entry> warned(RunReport report) {
    return report.entries().stream().filter(entry -> entry.verdict() == Verdict.WARN).toList();
  }

  /** {@code 5 981 rows}. */
  public static String counted(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** With thin groups of three. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  private static boolean isKept(Verdict verdict) {
    return verdict == Verdict.PASS || verdict == Verdict.WARN;
  }
}
