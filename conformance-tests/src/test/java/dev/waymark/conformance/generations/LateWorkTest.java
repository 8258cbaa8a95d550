package dev.waymark.conformance.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a server with one worker, which looks up from its work often. */
@ExtendWith(SubjectExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LateWorkTest {
  private final Subject slow;

  LateWorkTest(Subject subject) {
    slow = subject.beside(Map.of("waymark.workers.threads", 1, "waymark.workers.lease", "1s"));
  }

  @AfterAll
  void close() {
    slow.close();
  }

  @Test
  @Rule({"GEN-10", "GEN-13", "MONEY-03"})
  void a_provider_that_takes_too_long_fails_the_generation() {
    Tenant tenant = slow.tenant();
    String prompt = tenant.hold();
    String id = tenant.start(prompt);
    slow.studio().awaitBegin(prompt);
    slow.time().pass(Duration.ofSeconds(60));
    JsonNode failed = tenant.await(id);
    assertThat(failed.at("/error/error").asText()).isEqualTo("PROVIDER_TIMEOUT");
    assertThat(failed.at("/error/timeout_seconds").asInt()).isEqualTo(60);
    assertThat(slow.check().violationsOfGenerationError(failed.path("error"))).isEmpty();
    assertThat(tenant.wallet().balance()).isEqualTo(15_000);
  }

  @Test
  @Rule({"GEN-12", "GEN-13", "MONEY-03"})
  void a_generation_whose_workers_all_died_fails() {
    Tenant tenant = slow.tenant();
    String busy = tenant.hold();
    tenant.start(busy);
    slow.studio().awaitBegin(busy);
    String id = tenant.start("a picture");
    tenant.update(
        "UPDATE generation SET attempts = 9 WHERE account_id = :account AND id = :value", id);
    slow.studio().release(busy);
    JsonNode failed = tenant.await(id);
    assertThat(failed.at("/error/error").asText()).isEqualTo("GENERATION_FAILED");
    assertThat(slow.check().violationsOfGenerationError(failed.path("error"))).isEmpty();
    assertThat(tenant.wallet().entriesOf(id)).containsExactly("hold", "release");
  }

  @Test
  @Rule("GEN-02")
  void what_waits_for_the_worker_is_pending_and_can_be_cancelled() {
    Tenant tenant = slow.tenant();
    String busy = tenant.hold();
    tenant.start(busy);
    slow.studio().awaitBegin(busy);
    String waiting = tenant.start("a picture");
    assertThat(tenant.generation(waiting).path("status").asText()).isEqualTo("pending");
    assertThat(tenant.cancel(waiting).json().has("started_at")).isFalse();
    slow.studio().release(busy);
  }
}
