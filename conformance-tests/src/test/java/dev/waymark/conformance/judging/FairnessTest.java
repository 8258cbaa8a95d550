package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is failed for what neither the contract nor HTTP asks of a client. */
final class FairnessTest {
  private static final ClientSuite SUITE = ClientSuite.of(Contract.read(), Pace.REAL);
  private static final String FAILED = "{\"outcome\": \"error\", \"kind\": \"E\"}";

  @Test
  void a_wait_with_a_fraction_is_no_whole_number_of_seconds_and_may_be_ignored() {
    Findings findings = judged("wait-with-a-fraction", ToldStage.sending(2, (_, _) -> FAILED));

    assertThat(verdict(findings, "SEND-02")).isEqualTo(Verdict.WARN);
    assertThat(text(findings, "SEND-02")).contains("1.500 s were named", "no whole number");
  }

  @Test
  void a_date_is_one_form_of_a_wait_and_is_waited_out() {
    Findings findings = judged("wait-until-a-date", ToldStage.sending(2, (_, _) -> FAILED));

    assertThat(verdict(findings, "SEND-02")).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whoever_gets_half_a_body_may_know_no_status() {
    Findings none = judged("half-a-body-503", ToldStage.sending(2, (_, _) -> FAILED));
    Findings wrong =
        judged(
            "half-a-body-503",
            ToldStage.sending(
                2, (_, _) -> "{\"outcome\": \"error\", \"kind\": \"E\", \"status\": 500}"));
    Findings whole = judged("half-a-json-503", ToldStage.sending(2, (_, _) -> FAILED));

    assertThat(verdict(none, "READ-04")).isEqualTo(Verdict.WARN);
    assertThat(verdict(wrong, "READ-04")).isEqualTo(Verdict.FAIL);
    assertThat(verdict(whole, "READ-04")).isEqualTo(Verdict.FAIL);
  }

  @Test
  void without_an_idempotency_key_a_new_code_need_not_be_trusted() {
    for (String name : new String[] {"unknown-code-later", "unknown-code-should"}) {
      Findings keyless = judged(name, new ToldStage(1, Map.of(), (_, _) -> FAILED));
      Findings guarded = judged(name, ToldStage.sending(1, (_, _) -> FAILED));

      assertThat(verdict(keyless, "SEND-03")).isEqualTo(Verdict.UNREACHED);
      assertThat(verdict(guarded, "SEND-03")).isEqualTo(Verdict.FAIL);
    }
    Findings known = judged("rate-limit", new ToldStage(1, Map.of(), (_, _) -> FAILED));
    assertThat(verdict(known, "SEND-03")).isEqualTo(Verdict.FAIL);
  }

  @Test
  void what_waits_for_an_event_may_be_left_to_the_caller() {
    Findings findings = judged("concurrency-limit", ToldStage.sending(1, (_, _) -> FAILED));

    assertThat(verdict(findings, "client/CONCURRENCY_LIMIT/429/resend")).isEqualTo(Verdict.WARN);
    assertThat(verdict(findings, "SEND-03")).isEqualTo(Verdict.WARN);
  }

  private static Findings judged(String name, Stage stage) {
    Findings findings = new Findings();
    SUITE.only(one -> one.name().equals(name)).run(stage, findings, _ -> {});
    return findings;
  }

  private static Verdict verdict(Findings findings, String obligation) {
    return findings.of(obligation).orElseThrow().weightiest().verdict();
  }

  private static String text(Findings findings, String obligation) {
    return findings.of(obligation).orElseThrow().weightiest().text();
  }
}
