package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client says of itself proves nothing that was not seen, and is held against it. */
final class TellingTest {
  private static final ClientSuite SUITE = ClientSuite.of(Contract.read(), Pace.REAL);

  @Test
  void a_client_that_sends_nothing_passes_nothing() {
    Findings success = judged(ToldStage.sending(0, (_, _) -> "{\"outcome\": \"success\"}"));
    Findings error =
        judged(ToldStage.sending(0, (_, _) -> "{\"outcome\": \"error\", \"kind\": \"stopped\"}"));

    assertThat(of(success, Verdict.PASS)).isEmpty();
    assertThat(of(error, Verdict.PASS)).isEmpty();
    assertThat(of(success, Verdict.UNREACHED)).contains("SEND-04", "SEND-05", "SEND-07");
    assertThat(of(error, Verdict.UNREACHED)).contains("READ-01", "SEND-07", "SEND-09");
  }

  @Test
  void what_no_case_came_to_is_said_to_be_the_clients_doing() {
    Findings findings = judged(ToldStage.sending(0, (_, _) -> "{\"outcome\": \"success\"}"));

    assertThat(text(findings, "SEND-11"))
        .isEqualTo("limit-then-accepted: the client never came that far; it sent nothing");
  }

  @Test
  void an_error_that_is_told_as_a_success_fails_all_that_is_told_of_its_code() {
    Findings findings =
        judged(
            ToldStage.sending(
                1,
                (_, arrivals) -> {
                  String code =
                      arrivals.getLast().met() instanceof dev.waymark.conformance.faults.Reply reply
                          ? Said.by(reply).code()
                          : "";
                  return "{\"outcome\": \"success\", \"code\": \"%s\"}".formatted(code);
                }));

    assertThat(findings.all())
        .filteredOn(one -> one.obligation().startsWith("client/"))
        .filteredOn(one -> !one.obligation().endsWith("/resend"))
        .hasSizeGreaterThan(100)
        .allSatisfy(one -> assertThat(one.verdict()).as(one.obligation()).isEqualTo(Verdict.FAIL));
    assertThat(text(findings, "client/RATE_LIMIT/429/code"))
        .isEqualTo(
            "rate-limit: it tells a success, and the last attempt met 429 RATE_LIMIT, Retry-After: 1, X-Should-Retry: true");
  }

  @Test
  void a_success_has_no_code() {
    Findings findings =
        judged(
            ToldStage.sending(2, (_, _) -> "{\"outcome\": \"success\", \"code\": \"RATE_LIMIT\"}"),
            "limit-then-accepted");

    assertThat(text(findings, "READ-01"))
        .isEqualTo("limit-then-accepted: it tells a success together with the code RATE_LIMIT");
  }

  @Test
  void what_was_answered_stands_in_the_proof_as_it_went_out() {
    Findings findings =
        judged(ToldStage.sending(1, (_, _) -> "{\"outcome\": \"error\"}"), "insufficient-credits");

    Evidence proof =
        findings
            .of("client/INSUFFICIENT_CREDITS/402/next")
            .orElseThrow()
            .weightiest()
            .evidence()
            .getFirst();
    assertThat(proof.answer())
        .contains(
            "the client says: {\"outcome\":\"error\"}", "\"missing\":25", "X-Request-Id: req_");
    assertThat(proof.curl())
        .contains("-d '{}' http://127.0.0.1:4020/insufficient-credits/api/v1/generate");
  }

  private static Findings judged(Stage stage, String... names) {
    Findings findings = new Findings();
    List<String> wanted = List.of(names);
    SUITE
        .only(one -> wanted.isEmpty() || wanted.contains(one.name()))
        .run(stage, findings, _ -> {});
    return findings;
  }

  private static List<String> of(Findings findings, Verdict verdict) {
    return findings.all().stream()
        .filter(one -> one.verdict() == verdict)
        .map(Finding::obligation)
        .toList();
  }

  private static String text(Findings findings, String obligation) {
    return findings.of(obligation).orElseThrow().weightiest().text();
  }
}
