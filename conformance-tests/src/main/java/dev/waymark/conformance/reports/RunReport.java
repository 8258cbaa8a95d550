package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run came to: one entry for each obligation, whether it was looked at or not.
 *
 * @param subject who was tested
 * @param command how to do it again
 */
public record RunReport(
    String subject, String kit, String command, Instant begun, Duration took, List<Entry> entries) {
  public RunReport {
    entries = List.copyOf(entries);
  }

  /** The verdict on one obligation, with the finding that decided it. */
  public record Entry(
      Obligation obligation, Verdict verdict, String text, List<Evidence> evidence, int looks) {}

  /**
   * Joins what is owed with what was found.
   *
   * @param claims all else is NOT-CLAIMED
   * @param knownFailures ids of obligations with the reason why they are broken
   */
  public static List<Entry> entries(
      List<Obligation> owed,
      Findings findings,
      Set<Claim> claims,
      Map<String, String> knownFailures) {
    return owed.stream().map(one -> entry(one, findings, claims, knownFailures)).toList();
  }

  /** How many obligations have which verdict; all verdicts are there. */
  public Map<Verdict, Long> counts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, entries.stream().filter(entry -> entry.verdict() == verdict).count());
    }
    return counts;
  }

  /** 0 kept, 1 broken or nothing was seen at all, 3 the kit itself went wrong. */
  public int exitCode() {
    if (entries.stream().anyMatch(entry -> entry.verdict() == Verdict.HARNESS_ERROR)) {
      return 3;
    }
    return isBroken() || sawNothing() ? 1 : 0;
  }

  /** Whether something is not kept. */
  public boolean isBroken() {
    return entries.stream().anyMatch(entry -> entry.verdict().breaks());
  }

  /** Whether no obligation was looked at: nobody can say then that anything is kept. */
  public boolean sawNothing() {
    return entries.stream().noneMatch(entry -> entry.verdict().isSeen());
  }

  private static Entry entry(
      Obligation one, Findings findings, Set<Claim> claims, Map<String, String> knownFailures) {
    Optional<Findings.Tally> tally = findings.of(one.id());
    Verdict found = tally.map(seen -> seen.weightiest().verdict()).orElse(Verdict.UNREACHED);
    Finding finding =
        tally
            .map(Findings.Tally::weightiest)
            .orElse(new Finding(one.id(), found, unseen(one), List.of()));
    String text =
        finding.text() + tally.filter(_ -> one.claim().isOfClients()).map(Also::of).orElse("");
    Verdict verdict = found;
    if (!claims.contains(one.claim())) {
      verdict = Verdict.NOT_CLAIMED;
    } else if (knownFailures.containsKey(one.id())) {
      verdict = found == Verdict.FAIL ? Verdict.KNOWN_FAIL : found;
      verdict = found == Verdict.PASS ? Verdict.STALE : verdict;
      text = knownFailures.get(one.id()) + ": " + text;
    }
    return new Entry(
        one, verdict, text, finding.evidence(), tally.map(Findings.Tally::looks).orElse(0));
  }

  private static String unseen(Obligation one) {
    return one.claim().isOfClients()
        ? "no case came that far with this client"
        : "no case brings it about";
  }

  /** All obligations that servers have. */
  public static List<Obligation> ofServers(Obligations obligations) {
    return obligations.all().stream().filter(one -> !one.claim().isOfClients()).toList();
  }
}
