package dev.waymark.conformance.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class MoneyTest {
  private final Subject subject;

  MoneyTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"MONEY-01", "MONEY-04", "A-4"})
  void a_start_holds_its_price() {
    Tenant tenant = subject.tenant();
    Exchange started = tenant.send(Generate.dear(tenant.hold()));
    assertThat(started.number("X-Credits-Charged")).isEqualTo(30);
    assertThat(started.number("X-Credits-Remaining")).isEqualTo(14_970);
    assertThat(started.json().path("credits_estimate").asInt()).isEqualTo(30);
    assertThat(tenant.wallet().balance()).isEqualTo(14_970);
    JsonNode credits = tenant.get("/api/v1/account").json().path("credits");
    assertThat(credits.path("balance").asInt()).isEqualTo(14_970);
    assertThat(credits.path("held").asInt()).isEqualTo(30);
  }

  @Test
  @Rule({"MONEY-02", "V-9"})
  void completion_settles_the_hold_and_takes_nothing_more() {
    Tenant tenant = subject.tenant();
    JsonNode completed = tenant.finished("a picture");
    assertThat(completed.path("status").asText()).isEqualTo("completed");
    assertThat(completed.path("credits_used").asInt()).isEqualTo(10);
    assertThat(tenant.wallet().entriesOf(completed.path("generation_id").asText()))
        .containsExactly("hold", "settle");
    assertThat(tenant.wallet().balance()).isEqualTo(14_990);
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(14_990);
  }

  @ParameterizedTest
  @CsvSource({"break it", "crash it"})
  @Rule({"MONEY-03", "M-5", "A-4"})
  void a_failed_generation_gives_its_hold_back(String prompt) {
    Tenant tenant = subject.tenant();
    JsonNode failed = tenant.finished(prompt);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("credits_used").asInt(-1)).isZero();
    assertThat(tenant.wallet().entriesOf(failed.path("generation_id").asText()))
        .containsExactly("hold", "release");
    assertThat(tenant.wallet().balance()).isEqualTo(15_000);
  }

  @Test
  @Rule({"MONEY-03", "MONEY-04", "M-5"})
  void a_cancelled_generation_gives_its_hold_back_once() {
    Tenant tenant = subject.tenant();
    String id = tenant.startHeld();
    Exchange cancelled = tenant.cancel(id);
    assertThat(cancelled.number("X-Credits-Charged")).isZero();
    assertThat(cancelled.number("X-Credits-Remaining")).isEqualTo(15_000);
    assertThat(tenant.cancel(id).number("X-Credits-Remaining")).isEqualTo(15_000);
    assertThat(tenant.wallet().entriesOf(id)).containsExactly("hold", "release");
    assertThat(tenant.generation(id).path("credits_used").asInt(-1)).isZero();
  }

  @Test
  @Rule({"MONEY-05", "V-4", "A-2"})
  void too_few_credits_are_told_with_both_numbers_and_when_there_will_be_more() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(29);
    Exchange refused = tenant.send(Generate.dear("a dear one"));
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.json().path("balance").asInt()).isEqualTo(29);
    assertThat(refused.json().path("needed").asInt()).isEqualTo(30);
    assertThat(refused.json().path("retry").path("resets_at"))
        .isEqualTo(tenant.get("/api/v1/account").json().path("cycle").path("ends_at"));
    assertThat(refused.number("X-Credits-Remaining")).isEqualTo(29);
    assertThat(tenant.wallet().count("hold")).isZero();
  }

  @Test
  @Rule("MONEY-11")
  void exactly_the_price_is_enough() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(10);
    assertThat(tenant.send(Generate.studio("x")).number("X-Credits-Remaining")).isZero();
    assertThat(tenant.send(Generate.studio("x")).code()).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  @Rule("MONEY-11")
  void one_credit_less_than_the_price_is_not_enough() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(9);
    assertThat(tenant.send(Generate.studio("x")).code()).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  @Rule("MONEY-12")
  void the_credits_are_the_accounts_whichever_key_spends_them() {
    Tenant tenant = subject.tenant();
    Tenant other = tenant.withOtherKey();
    tenant.wallet().leave(15);
    assertThat(tenant.send(Generate.studio("x")).number("X-Credits-Remaining")).isEqualTo(5);
    assertThat(other.send(Generate.studio("x")).json().path("balance").asLong()).isEqualTo(5);
  }

  @Test
  @Rule("MONEY-06")
  void a_ceiling_of_exactly_the_price_is_kept() {
    Exchange started = subject.tenant().send(Generate.studio("x").with("X-Max-Credits", "10"));
    assertThat(started.status()).isEqualTo(202);
  }

  @Test
  @Rule("MONEY-06")
  void a_ceiling_below_the_price_refuses_and_holds_nothing() {
    Tenant tenant = subject.tenant();
    Exchange refused = tenant.send(Generate.dear("x").with("X-Max-Credits", "29"));
    assertThat(refused.code()).isEqualTo("MAX_CREDITS_EXCEEDED");
    assertThat(refused.json().path("max_credits").asInt()).isEqualTo(29);
    assertThat(refused.json().path("needed").asInt()).isEqualTo(30);
    assertThat(refused.number("X-Credits-Remaining")).isEqualTo(15_000);
    assertThat(tenant.wallet().count("hold")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1K, 10", "2K, 30"})
  @Rule({"MONEY-09", "V-9"})
  void a_quote_tells_the_price_and_takes_nothing(String resolution, int credits) {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(20);
    String body =
        "{\"model\":\"studio-1\",\"prompt\":\"x\",\"resolution\":\"%s\"}".formatted(resolution);
    JsonNode quote = tenant.post("/api/v1/quotes", body).json();
    assertThat(quote.path("credits").asInt()).isEqualTo(credits);
    assertThat(quote.path("balance").asInt()).isEqualTo(20);
    assertThat(quote.path("affordable").asBoolean()).isEqualTo(credits <= 20);
    assertThat(tenant.wallet().balance()).isEqualTo(20);
  }
}
