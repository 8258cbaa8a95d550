package dev.waymark.conformance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits that an operator adds and takes. */
@ExtendWith(SubjectExtension.class)
final class CreditsTest {
  private final Subject subject;
  private final Tenant operator;
  private final Tenant owner;

  CreditsTest(Subject subject) {
    this.subject = subject;
    this.operator = subject.tenant("ultimate").withOperatorKey();
    this.owner = subject.tenant("tiny");
  }

  @Test
  @Rule({"CRED-01", "TXN-02"})
  void a_topup_adds_and_is_told_to_the_account_with_its_note() {
    Exchange entered = change("topup", 5000, ",\"note\":\"invoice 2026-118\"");
    JsonNode entry = entered.json();

    assertThat(entry.path("credits").asLong()).isEqualTo(5000);
    assertThat(entry.path("balance_after").asLong()).isEqualTo(5100);
    assertThat(entry.path("note").asText()).isEqualTo("invoice 2026-118");
    assertThat(entry.path("request_id").asText()).isEqualTo(entered.require("X-Request-Id"));
    assertThat(owner.get("/api/v1/account/transactions?limit=1").json().path("data").path(0))
        .isEqualTo(entry);
    assertThat(credits("balance")).isEqualTo(5100);
    assertThat(credits("purchased")).isEqualTo(5000);
  }

  @Test
  @Rule({"CRED-01", "CRED-02"})
  void an_adjust_takes_granted_credits_first_and_all_of_them_but_no_more() {
    change("topup", 50, "");
    change("adjust", -120, "");
    assertThat(credits("balance")).isEqualTo(30);
    assertThat(credits("purchased")).isEqualTo(30);

    Exchange refused = send("adjust", -31, "");

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().path("field").asText()).isEqualTo("credits");
    assertThat(credits("balance")).isEqualTo(30);
    assertThat(change("adjust", -30, "").json().path("balance_after").asLong(-1)).isZero();
  }

  @Test
  @Rule("CRED-02")
  void what_was_added_outlasts_any_number_of_cycles() {
    change("topup", 40, "");
    change("adjust", 2, "");
    for (int cycle = 0; cycle < 3; cycle++) {
      subject.time().pass(Duration.ofDays(30));
      assertThat(credits("balance")).isEqualTo(142);
      assertThat(credits("purchased")).isEqualTo(42);
    }
    subject.time().pass(Duration.ofDays(365));
    assertThat(credits("balance")).isEqualTo(142);
    assertThat(owner.wallet().sumOfEntries()).isEqualTo(142);
  }

  @Test
  @Rule("CRED-02")
  void granted_credits_are_spent_first() {
    change("topup", 15, "");
    change("adjust", -95, "");
    assertThat(credits("balance")).isEqualTo(20);
    assertThat(credits("purchased")).isEqualTo(15);

    owner.finished("a picture");

    assertThat(credits("balance")).isEqualTo(10);
    assertThat(credits("purchased")).isEqualTo(10);
  }

  @Test
  @Rule({"CRED-03", "MONEY-03"})
  void what_was_held_of_added_credits_comes_back_as_such_even_after_the_cycle() {
    change("topup", 15, "");
    change("adjust", -95, "");
    String id = owner.startHeld();
    assertThat(credits("purchased")).isEqualTo(10);
    owner.cancel(id);
    assertThat(credits("balance")).isEqualTo(20);
    assertThat(credits("purchased")).isEqualTo(15);
  }

  @Test
  @Rule({"CRED-01", "MONEY-11"})
  void what_was_added_can_be_spent_from_the_answer_on() {
    owner.wallet().leave(3);
    assertThat(owner.send(Generate.studio("x")).code()).isEqualTo("INSUFFICIENT_CREDITS");
    change("topup", 7, "");
    assertThat(owner.send(Generate.studio("x")).number("X-Credits-Remaining")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | type
          {"type":"grant","credits":5}                          | type
          {"type":"topup"}                                      | credits
          {"type":"topup","credits":0}                          | credits
          {"type":"topup","credits":-5}                         | credits
          {"type":"adjust","credits":0}                         | credits
          {"type":"adjust","credits":-101}                      | credits
          {"type":"topup","credits":1.5}                        | credits
          {"type":"topup","credits":"5"}                        | credits
          {"type":"topup","credits":1000000000001}              | credits
          {"type":"topup","credits":5,"note":""}                | note
          {"type":"topup","credits":5,"reason":"x"}             | reason
          """)
  @Rule({"CRED-01", "ERR-14"})
  void what_cannot_be_entered_changes_nothing(String body, String field) {
    Exchange refused = operator.post(path(), body);

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(
            refused.json().path("errors").valueStream().map(error -> error.path("field").asText()))
        .contains(field);
    assertThat(owner.wallet().balance()).isEqualTo(100);
    assertThat(owner.wallet().sumOfEntries()).isEqualTo(100);
  }

  private Exchange change(String type, long credits, String more) {
    Exchange entered = send(type, credits, more);
    assertThat(entered.status()).as("%s", entered).isEqualTo(201);
    return entered;
  }

  private Exchange send(String type, long credits, String more) {
    return operator.post(
        path(), "{\"type\":\"%s\",\"credits\":%d%s}".formatted(type, credits, more));
  }

  private String path() {
    return "/api/v1/admin/accounts/" + owner.account() + "/credits";
  }

  private long credits(String part) {
    return operator
        .get("/api/v1/admin/accounts/" + owner.account())
        .json()
        .path("credits")
        .path(part)
        .asLong(-1);
  }
}
