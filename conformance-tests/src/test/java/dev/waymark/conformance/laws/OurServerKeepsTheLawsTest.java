package dev.waymark.conformance.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SubjectExtension.class)
final class OurServerKeepsTheLawsTest {
  private static final long SEED = 20_260_101;

  private final OurServer server;

  OurServerKeepsTheLawsTest(Subject subject) {
    this.server = new OurServer(subject);
  }

  @Test
  @Rule({"INPUT-01", "INPUT-02", "INPUT-03", "ORDER-21"})
  void every_law_is_looked_at_and_kept() {
    List<Case> cases = LawsSuite.of(SEED).stages().stream().flatMap(List::stream).toList();

    Findings findings = server.findings(cases, server.uri());

    assertThat(findings.all())
        .filteredOn(finding -> finding.verdict() != Verdict.PASS)
        .extracting(Finding::obligation, Finding::verdict, Finding::text)
        .isEmpty();
    assertThat(findings.all())
        .extracting(Finding::obligation)
        .containsAll(LawsSuite.of(SEED).decides());
  }
}
