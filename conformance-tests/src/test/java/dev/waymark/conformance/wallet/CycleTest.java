package dev.waymark.conformance.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class CycleTest {
  private final Subject subject;

  CycleTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest
  @CsvSource({"pro, 15000", "ultimate, 50000"})
  @Rule("V-8")
  void a_plan_grants_its_credits_for_30_days(String plan, long credits) {
    JsonNode account = subject.tenant(plan).get("/api/v1/account").json();
    JsonNode cycle = account.path("cycle");
    assertThat(account.at("/credits/balance").asLong()).isEqualTo(credits);
    assertThat(Instant.parse(cycle.path("ends_at").asText()))
        .isEqualTo(Instant.parse(cycle.path("started_at").asText()).plus(Duration.ofDays(30)));
  }

  @Test
  @Rule("MONEY-10")
  void what_is_left_expires_with_the_cycle_and_the_plans_credits_are_granted_anew() {
    Tenant tenant = subject.tenant();
    tenant.finished("a picture");
    subject.time().pass(Duration.ofDays(30));
    JsonNode account = tenant.get("/api/v1/account").json();
    assertThat(account.at("/credits/balance").asLong()).isEqualTo(15_000);
    assertThat(account.at("/cycle/credits_used").asLong()).isZero();
    assertThat(tenant.wallet().sum("expire")).isEqualTo(-14_990);
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(15_000);
  }

  @Test
  @Rule("MONEY-10")
  void a_day_before_its_end_a_cycle_still_runs() {
    Tenant tenant = subject.tenant();
    tenant.finished("a picture");
    subject.time().pass(Duration.ofDays(29));
    assertThat(tenant.get("/api/v1/account").json().at("/credits/balance").asLong())
        .isEqualTo(14_990);
  }

  @Test
  @Rule({"MONEY-10", "MONEY-08"})
  void a_year_without_a_call_grants_one_cycle_and_not_twelve() {
    Tenant tenant = subject.tenant();
    subject.time().pass(Duration.ofDays(365));
    assertThat(tenant.get("/api/v1/account").json().at("/credits/balance").asLong())
        .isEqualTo(15_000);
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(15_000);
  }
}
