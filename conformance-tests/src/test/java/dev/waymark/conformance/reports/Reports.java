package dev.waymark.conformance.reports;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A run that has everything, and from people who wish us ill. */
final class Reports {
  static final String HOSTILE = "<script>alert('1')</script> \"&\u0000\u001b ]]> --> ￿";
  static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());
  static final Evidence PROOF =
      new Evidence("GET /x\nA: " + HOSTILE, "404\n" + HOSTILE, "curl " + HOSTILE);

  private Reports() {}

  static RunReport withEverything() {
    Findings findings = new Findings();
    find(findings, "startGeneration/429/RATE_LIMIT/retry-after", Verdict.FAIL, HOSTILE);
    find(findings, "startGeneration/429/RATE_LIMIT/status", Verdict.PASS, "a burst");
    find(findings, "startGeneration/429/RATE_LIMIT/body", Verdict.PASS, "as promised");
    find(findings, "startGeneration/429/RATE_LIMIT/headers", Verdict.WARN, "an unknown header");
    find(findings, "startGeneration/401/UNAUTHORIZED/status", Verdict.SKIP, "rests on ERR-02");
    find(findings, "startGeneration/401/UNAUTHORIZED/body", Verdict.HARNESS_ERROR, "NullPointer");
    find(findings, "startGeneration/401/UNAUTHORIZED/code", Verdict.FAIL, "known");
    find(findings, "startGeneration/401/UNAUTHORIZED/text", Verdict.PASS, "as promised");
    find(findings, "ERR-02", Verdict.FAIL, "no row has it");
    return new RunReport(
        "<b>Somebody</b>",
        "waymark-conformance test",
        "waymark-conformance server --url http://x --seed 7",
        Instant.parse("2026-11-22T10:00:00.123Z"),
        Duration.ofMillis(61_234),
        RunReport.entries(
            RunReport.ofServers(OBLIGATIONS),
            findings,
            EnumSet.complementOf(EnumSet.of(Claim.BILLING)),
            Map.of(
                "startGeneration/401/UNAUTHORIZED/code",
                "ticket 1",
                "startGeneration/401/UNAUTHORIZED/text",
                "ticket 2")));
  }

  private static void find(Findings findings, String id, Verdict verdict, String text) {
    findings.add(new Finding(id, verdict, text, List.of(PROOF)));
  }
}
