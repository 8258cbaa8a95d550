package dev.waymark.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class RateTest {
  private static final String ACCOUNT = "/api/v1/account";

  private final Subject subject;

  RateTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"pro, 240", "ultimate, 600"})
  @Rule({"RATE-01", "V-6"})
  void the_last_call_of_the_plan_is_admitted_and_the_next_one_is_not(String plan, int limit) {
    Tenant tenant = subject.tenant(plan);
    for (int call = 1; call <= limit; call++) {
      Exchange exchange = tenant.get(ACCOUNT);
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(exchange.number("X-RateLimit-Remaining")).isEqualTo(limit - call);
    }
    Exchange refused = tenant.get(ACCOUNT);
    assertThat(refused.code()).isEqualTo("RATE_LIMIT");
    assertThat(refused.number("Retry-After")).isEqualTo(60);
    assertThat(refused.json().path("limit").asInt()).isEqualTo(limit);
  }

  @Test
  @Rule({"RATE-02", "ERR-08"})
  void a_caller_that_waits_retry_after_is_admitted_and_not_a_millisecond_before() {
    Tenant tenant = subject.tenant("tiny");
    calls(tenant, 1);
    pass(10_500);
    calls(tenant, 3);
    Exchange refused = tenant.get(ACCOUNT);
    assertThat(refused.number("Retry-After-Ms")).isEqualTo(49_500);
    assertThat(refused.number("Retry-After")).isEqualTo(50);
    pass(49_499);
    assertThat(tenant.get(ACCOUNT).number("Retry-After-Ms")).isEqualTo(1);
    pass(1);
    assertThat(tenant.get(ACCOUNT).status()).isEqualTo(200);
  }

  @Test
  @Rule({"RATE-08", "A-3"})
  void the_window_rolls() {
    Tenant tenant = subject.tenant("tiny");
    calls(tenant, 2);
    pass(50_000);
    calls(tenant, 2);
    pass(10_000);
    calls(tenant, 2);
    assertThat(tenant.get(ACCOUNT).number("Retry-After")).isEqualTo(50);
  }

  @Test
  @Rule({"RATE-03", "O-5"})
  void another_key_of_the_account_has_a_window_of_its_own() {
    Tenant tenant = subject.tenant("tiny");
    calls(tenant, 4);
    assertThat(tenant.get(ACCOUNT).status()).isEqualTo(429);
    assertThat(tenant.withOtherKey().get(ACCOUNT).number("X-RateLimit-Remaining")).isEqualTo(3);
  }

  @Test
  @Rule("RATE-04")
  void refused_calls_do_not_count() {
    Tenant tenant = subject.tenant("tiny");
    calls(tenant, 4);
    pass(30_000);
    for (int call = 0; call < 10; call++) {
      assertThat(tenant.get(ACCOUNT).status()).isEqualTo(429);
    }
    pass(30_000);
    calls(tenant, 4);
  }

  @Test
  @Rule({"RATE-05", "V-6"})
  void an_admitted_call_counts_one_whatever_becomes_of_it() {
    Tenant tenant = subject.tenant();
    List<Exchange> exchanges =
        List.of(
            tenant.send(Generate.dear("a dear one")),
            tenant.post(Generate.PATH, "{"),
            tenant.post(Generate.PATH, "{}"),
            tenant.get("/api/v1/generations/gen_none"),
            tenant.get("/api/v1/models?limit=0"),
            tenant.send(Request.get(ACCOUNT).withMethod("HEAD")));
    assertThat(exchanges)
        .extracting(exchange -> exchange.number("X-RateLimit-Remaining"))
        .containsExactly(239L, 238L, 237L, 236L, 235L, 234L);
  }

  @Test
  @Rule("RATE-09")
  void parallel_calls_are_admitted_up_to_the_limit_and_no_further() {
    Tenant tenant = subject.tenant("tiny");
    List<Exchange> exchanges = Together.times(32, () -> tenant.get(ACCOUNT));
    assertThat(exchanges).filteredOn(exchange -> exchange.status() == 200).hasSize(4);
    assertThat(exchanges).filteredOn(exchange -> exchange.status() == 429).hasSize(28);
  }

  @Test
  @Rule({"RATE-06", "A-3"})
  void the_reset_is_when_the_oldest_call_leaves_the_window() {
    Tenant tenant = subject.tenant("tiny");
    calls(tenant, 1);
    long first = subject.time().instant().getEpochSecond();
    pass(20_000);
    assertThat(tenant.get(ACCOUNT).number("X-RateLimit-Reset")).isEqualTo(first + 60);
  }

  private void pass(long millis) {
    subject.time().pass(Duration.ofMillis(millis));
  }

  private static void calls(Tenant tenant, int count) {
    for (int call = 0; call < count; call++) {
      assertThat(tenant.get(ACCOUNT).status()).isEqualTo(200);
    }
  }
}
