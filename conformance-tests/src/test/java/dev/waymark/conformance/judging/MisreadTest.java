package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Patience;
import dev.waymark.conformance.drivers.Program;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Python's own HTTP client follows with its headers, and knows no 103: a real one, not ours. */
final class MisreadTest {
  private static final Set<String> CASES =
      Set.of("led-elsewhere-301", "interim-then-accepted", "interim-then-refused");

  private static final String PROGRAM =
      """
      import json, sys, urllib.request
      print('{"ready": "urllib"}', flush=True)
      for line in sys.stdin:
          order = json.loads(line)
          sent = order["request"]
          body = json.dumps(sent["body"]).encode() if "body" in sent else None
          request = urllib.request.Request(order["url"] + sent["path"], body,
              {"Authorization": "Bearer " + order["key"]}, method=sent["method"])
          answer = {"case": order["case"], "outcome": "success"}
          try:
              json.load(urllib.request.urlopen(request, timeout=5))
          except Exception as failure:
              answer.update(outcome="error", kind=type(failure).__name__)
              if hasattr(failure, "code"):
                  answer["status"] = failure.code
          print(json.dumps(answer), flush=True)
      """;

  @Test
  void a_key_that_goes_elsewhere_fails_and_an_interim_answer_that_is_misread_warns() {
    Findings findings = new Findings();
    try (Program program = Program.start(List.of("python3", "-c", PROGRAM), Patience.USUAL)) {
      ClientSuite.of(Contract.read(), Pace.REAL)
          .only(one -> CASES.contains(one.name()))
          .run(new LiveStage(program), findings, _ -> {});
    }

    Finding led = findings.of("READ-08").orElseThrow().weightiest();
    assertThat(led.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(led.evidence().getFirst().answer()).contains("elsewhere: ", "GET /welcome");
    Finding misread = findings.of("READ-07").orElseThrow().weightiest();
    assertThat(misread.verdict()).isEqualTo(Verdict.WARN);
    assertThat(misread.text()).contains("status 103");
    assertThat(findings.all())
        .filteredOn(one -> one.verdict() == Verdict.FAIL)
        .extracting(Finding::obligation)
        .containsExactly("READ-08");
  }
}
