package dev.waymark.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class ConcurrencyTest {
  private final Subject subject;

  ConcurrencyTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"pro, 5", "ultimate, 20"})
  @Rule({"CONC-01", "V-6"})
  void one_more_than_the_plan_allows_is_refused_with_the_ids_of_the_others(String plan, int limit) {
    Tenant tenant = subject.tenant(plan);
    List<String> running = new ArrayList<>();
    for (int number = 0; number < limit; number++) {
      running.add(tenant.startHeld());
    }
    Exchange refused = tenant.send(Generate.studio("one more"));
    assertThat(refused.code()).isEqualTo("CONCURRENCY_LIMIT");
    assertThat(refused.json().path("limit").asInt()).isEqualTo(limit);
    assertThat(refused.json().path("running").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(running);
    assertThat(refused.number("X-Concurrency-Remaining")).isZero();
  }

  @Test
  @Rule("CONC-02")
  void a_slot_is_free_once_its_generation_is_completed() {
    Tenant tenant = subject.tenant("tiny");
    tenant.finished("done");
    assertThat(tenant.send(Generate.studio("next")).status()).isEqualTo(202);
  }

  @Test
  @Rule("CONC-02")
  void a_slot_is_free_once_its_generation_has_failed() {
    Tenant tenant = subject.tenant("tiny");
    tenant.finished("break it");
    assertThat(tenant.send(Generate.studio("next")).status()).isEqualTo(202);
  }

  @Test
  @Rule("CONC-02")
  void a_slot_is_free_once_its_generation_is_cancelled() {
    Tenant tenant = subject.tenant("tiny");
    tenant.cancel(tenant.startHeld());
    assertThat(tenant.send(Generate.studio("next")).status()).isEqualTo(202);
  }

  @Test
  @Rule("CONC-03")
  void every_start_tells_the_limit_and_what_is_left() {
    Tenant tenant = subject.tenant();
    for (int left = 4; left >= 0; left--) {
      Exchange started = tenant.send(Generate.studio(tenant.hold()));
      assertThat(started.number("X-Concurrency-Limit")).isEqualTo(5);
      assertThat(started.number("X-Concurrency-Remaining")).isEqualTo(left);
    }
  }

  @Test
  @Rule("CONC-04")
  void the_slots_are_the_accounts_whichever_key_starts() {
    Tenant tenant = subject.tenant("tiny");
    tenant.startHeld();
    assertThat(tenant.withOtherKey().send(Generate.studio("next")).code())
        .isEqualTo("CONCURRENCY_LIMIT");
  }

  @Test
  @Rule("CONC-05")
  void parallel_starts_never_exceed_the_slots() {
    Tenant tenant = subject.tenant();
    List<Exchange> exchanges =
        Together.times(24, () -> tenant.send(Generate.studio(tenant.hold())));
    assertThat(exchanges).filteredOn(exchange -> exchange.status() == 202).hasSize(5);
    assertThat(exchanges)
        .filteredOn(exchange -> exchange.code().equals("CONCURRENCY_LIMIT"))
        .hasSize(19);
  }
}
