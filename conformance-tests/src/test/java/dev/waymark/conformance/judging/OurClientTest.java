package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our client keeps what it claims: all of it. */
@ExtendWith(QuietClient.class)
final class OurClientTest {
  private static final Contract CONTRACT = Contract.read();

  @Test
  @Rule({
    "READ-01", "READ-02", "READ-03", "READ-04", "READ-05", "READ-06", "READ-07", "READ-08",
    "SEND-01", "SEND-02", "SEND-03", "SEND-04", "SEND-05", "SEND-06", "SEND-07", "SEND-08",
    "SEND-09", "SEND-10", "SEND-11", "SEND-12", "SEND-13"
  })
  void on_virtual_time_it_keeps_every_obligation() {
    Findings findings = new Findings();

    ClientSuite.of(CONTRACT, Pace.EXACT).run(new VirtualStage(Variation.NONE), findings, _ -> {});

    List<Finding> others =
        findings.all().stream().filter(one -> one.verdict() != Verdict.PASS).toList();
    assertThat(others)
        .as("only what is read from the network itself is not reached without one")
        .allSatisfy(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.UNREACHED);
          assertThat(finding.text()).contains("getOutput");
        });
    assertThat(findings.all())
        .extracting(Finding::obligation)
        .containsExactlyInAnyOrderElementsOf(
            Obligations.of(CONTRACT, Rules.read()).all().stream()
                .filter(one -> one.claim().isOfClients())
                .map(Obligation::id)
                .toList());
  }
}
