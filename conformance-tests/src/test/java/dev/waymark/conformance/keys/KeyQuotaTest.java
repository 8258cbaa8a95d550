package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a key may spend in a calendar month. A picture costs 10. */
@ExtendWith(SubjectExtension.class)
final class KeyQuotaTest {
  private final Subject subject;

  KeyQuotaTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"KEY-09", "M-2", "MONEY-04"})
  void a_key_spends_its_quota_and_not_a_credit_more() {
    beginMonth();
    Tenant key = withQuota(subject.tenant(), 25);
    key.finished("one");
    key.startHeld();

    Exchange refused = key.send(Generate.studio("one too many"));

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.code()).isEqualTo("KEY_QUOTA_EXCEEDED");
    assertThat(refused.json().path("quota").asLong()).isEqualTo(25);
    assertThat(refused.json().path("used").asLong()).isEqualTo(20);
    assertThat(refused.json().path("needed").asLong()).isEqualTo(10);
    assertThat(refused.json().at("/retry/resets_at").asText()).isEqualTo(nextMonth().toString());
    assertThat(refused.number("X-Credits-Charged")).isZero();
    assertThat(refused.number("X-Credits-Remaining")).isEqualTo(14_980);
    assertThat(key.wallet().count("hold")).isEqualTo(2);
  }

  @Test
  @Rule("KEY-09")
  void a_quota_of_exactly_the_price_is_enough_and_one_of_nothing_is_for_free_calls_only() {
    Tenant tenant = subject.tenant();
    Tenant exact = withQuota(tenant, 10);
    Tenant none = withQuota(tenant, 0);

    assertThat(exact.send(Generate.studio("x")).status()).isEqualTo(202);
    assertThat(exact.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
    assertThat(none.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
    assertThat(none.get("/api/v1/account").status()).isEqualTo(200);
  }

  @Test
  @Rule({"KEY-09", "MONEY-07"})
  void parallel_starts_never_exceed_the_quota() {
    Tenant key = withQuota(subject.tenant("wide"), 35);

    List<Exchange> answers = Together.times(16, () -> key.send(Generate.studio("x")));

    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("KEY_QUOTA_EXCEEDED"))
        .hasSize(13);
  }

  @Test
  @Rule({"KEY-10", "M-5"})
  void what_is_cancelled_or_has_failed_goes_back_to_the_quota() {
    beginMonth();
    Tenant key = withQuota(subject.tenant(), 10);
    String running = key.startHeld();
    assertThat(used(key)).isEqualTo(10);
    key.cancel(running);
    assertThat(used(key)).isZero();
    key.finished("break it");
    assertThat(used(key)).isZero();
    key.finished("a picture");
    assertThat(used(key)).isEqualTo(10);
    assertThat(key.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
  }

  @Test
  @Rule("KEY-11")
  void the_quota_begins_anew_with_the_month() {
    beginMonth();
    Tenant key = withQuota(subject.tenant(), 10);
    key.finished("a picture");
    subject.time().pass(Duration.between(subject.time().instant(), nextMonth()).minusMillis(1));
    assertThat(key.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
    subject.time().pass(Duration.ofMillis(1));
    assertThat(used(key)).isZero();
    assertThat(key.send(Generate.studio("x")).status()).isEqualTo(202);
  }

  @Test
  @Rule({"KEY-10", "KEY-11"})
  void what_was_held_last_month_is_given_back_to_last_month() {
    beginMonth();
    Tenant key = withQuota(subject.tenant(), 20);
    subject.time().pass(Duration.between(subject.time().instant(), nextMonth()).minusSeconds(1));
    String held = key.startHeld();
    subject.time().pass(Duration.ofSeconds(1));
    key.finished("a picture");
    key.cancel(held);
    assertThat(used(key)).isEqualTo(10);
  }

  @Test
  @Rule("KEY-11")
  void each_key_has_its_own() {
    Tenant tenant = subject.tenant();
    Tenant one = withQuota(tenant, 10);
    Tenant other = withQuota(tenant, 10);
    one.finished("a picture");

    assertThat(other.send(Generate.studio("x")).status()).isEqualTo(202);
    assertThat(tenant.send(Generate.studio("x")).status()).isEqualTo(202);
  }

  @Test
  @Rule({"KEY-09", "KEY-15"})
  void a_quota_that_is_set_later_counts_what_the_month_has_cost_so_far() {
    beginMonth();
    Tenant tenant = subject.tenant();
    Tenant key = tenant.makeKey("{\"name\":\"free\"}");
    String path = "/api/v1/keys/" + key.keyId();
    key.finished("a picture");
    key.startHeld();

    JsonNode limited = tenant.patch(path, "{\"credits_per_month\":25}").json();

    assertThat(limited.at("/quota/used").asLong()).isEqualTo(20);
    assertThat(key.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
    tenant.patch(path, "{\"credits_per_month\":null}");
    assertThat(key.send(Generate.studio("x")).status()).isEqualTo(202);
  }

  /** Far enough from a month's end that none falls into a test. */
  private void beginMonth() {
    subject.time().pass(Duration.between(subject.time().instant(), nextMonth()).plusHours(1));
  }

  private Instant nextMonth() {
    return YearMonth.from(subject.time().instant().atOffset(ZoneOffset.UTC))
        .plusMonths(1)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static Tenant withQuota(Tenant tenant, long credits) {
    return tenant.makeKey("{\"name\":\"limited\",\"credits_per_month\":" + credits + "}");
  }

  private static long used(Tenant key) {
    return key.get("/api/v1/account").json().at("/key/quota/used").asLong(-1);
  }
}
