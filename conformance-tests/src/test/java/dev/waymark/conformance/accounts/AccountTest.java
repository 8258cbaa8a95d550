package dev.waymark.conformance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class AccountTest {
  private final Subject subject;

  AccountTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"ACC-01", "A-4", "MONEY-08"})
  void the_account_tells_balance_holds_running_and_usage() {
    Tenant tenant = subject.tenant();
    tenant.finished("a picture");
    tenant.finished("break it");
    tenant.cancel(tenant.startHeld());
    tenant.startHeld();
    JsonNode account = account(tenant);
    assertThat(account.path("account_id").asText()).isEqualTo(tenant.account());
    assertThat(account.at("/credits/balance").asLong()).isEqualTo(14_980);
    assertThat(account.at("/credits/held").asLong()).isEqualTo(10);
    assertThat(account.path("generations_running").asInt()).isEqualTo(1);
    assertThat(account.at("/cycle/generations").asInt()).isEqualTo(4);
    assertThat(account.at("/cycle/credits_used").asInt()).isEqualTo(10);
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(14_980);
  }

  @ParameterizedTest
  @CsvSource({"pro, 240, 5, 15000", "ultimate, 600, 20, 50000"})
  @Rule({"ACC-02", "V-6", "V-8"})
  void it_tells_the_plans_limits(String slug, int calls, int generations, long credits) {
    JsonNode plan = account(subject.tenant(slug)).path("plan");
    assertThat(plan.path("slug").asText()).isEqualTo(slug);
    assertThat(plan.path("calls_per_minute").asInt()).isEqualTo(calls);
    assertThat(plan.path("concurrent_generations").asInt()).isEqualTo(generations);
    assertThat(plan.path("credits_per_cycle").asLong()).isEqualTo(credits);
  }

  @Test
  @Rule({"ACC-02", "SEC-02"})
  void it_tells_which_key_was_used_and_never_the_key() {
    Tenant tenant = subject.tenant();
    Exchange exchange = tenant.get("/api/v1/account");
    JsonNode key = exchange.json().path("key");
    assertThat(key.path("prefix").asText()).hasSize(12);
    assertThat(tenant.key()).startsWith(key.path("prefix").asText());
    assertThat(exchange.text()).doesNotContain(tenant.key());
    assertThat(account(tenant.withOtherKey()).at("/key/key_id")).isNotEqualTo(key.path("key_id"));
  }

  private static JsonNode account(Tenant tenant) {
    return tenant.get("/api/v1/account").json();
  }
}
