package dev.waymark.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who finds a call, and when. */
@ExtendWith(SubjectExtension.class)
final class LookupTest {
  private static final String REQUESTS = "/api/v1/requests/";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Subject subject;

  LookupTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("REQ-01")
  void a_call_is_found_within_a_second_of_its_answer() {
    Tenant tenant = subject.tenant("wide");
    List<Duration> waits = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      waits.add(untilFound(tenant, tenant.get("/api/v1/account").require("X-Request-Id")));
    }
    // The machine that tests run on may be busy with something else once, not most of the time.
    assertThat(waits.stream().sorted().toList().get(waits.size() / 2))
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  @Rule("REQ-02")
  void a_call_is_found_by_its_account_only_whichever_key_asks() {
    Tenant owner = subject.tenant();
    String id = owner.awaitLogged(owner.get("/api/v1/account"));
    assertThat(owner.withOtherKey().get(REQUESTS + id).status()).isEqualTo(200);
    assertThat(subject.tenant().get(REQUESTS + id).code()).isEqualTo("REQUEST_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G",
        "req_ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "req_01kam3q9t5x8y2zb4c6d7e8f9g",
        "req_",
        "%00",
        "%C3%A9",
        "a%20b",
        "'%3B%20DROP"
      })
  @Rule("REQ-02")
  void an_id_that_the_account_has_not_is_not_found(String id) {
    Exchange refused = subject.tenant().get(REQUESTS + id);
    assertThat(refused.code()).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(refused.json().path("retention_days").asInt()).isEqualTo(30);
  }

  @Test
  @Rule("REQ-02")
  void a_long_id_is_shown_in_part_only() {
    Exchange refused = subject.tenant().get(REQUESTS + "x".repeat(500));
    assertThat(refused.json().path("wanted_request_id").asText()).isEqualTo("x".repeat(64));
  }

  @Test
  @Rule("REQ-05")
  void a_call_is_found_for_30_days_and_gone_after_that() {
    Tenant tenant = subject.tenant();
    String id = tenant.awaitLogged(tenant.get("/api/v1/account"));
    subject.time().pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(tenant.get(REQUESTS + id).status()).isEqualTo(200);
    subject.time().pass(Duration.ofSeconds(2));
    assertThat(tenant.get(REQUESTS + id).code()).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(tenant.get("/api/v1/requests?route=/api/v1/account").json().path("data")).isEmpty();
  }

  private static Duration untilFound(Tenant tenant, String id) {
    long start = System.nanoTime();
    while (true) {
      Exchange found = tenant.get(REQUESTS + id);
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (found.status() == 200) {
        return waited;
      }
      assertThat(waited).as("%s", found).isLessThan(PATIENCE);
    }
  }
}
