package dev.waymark.conformance.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From accepted to ended, and no further. */
@ExtendWith(SubjectExtension.class)
final class LifeTest {
  private final Subject subject;

  LifeTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"GEN-02", "V-9"})
  void a_generation_is_worked_on_completed_and_stays_so() {
    Tenant tenant = subject.tenant();
    String prompt = tenant.hold();
    String id = tenant.start(prompt);
    subject.studio().awaitBegin(prompt);
    JsonNode processing = tenant.generation(id);
    assertThat(processing.path("status").asText()).isEqualTo("processing");
    assertThat(processing.has("started_at")).isTrue();
    assertThat(processing.has("credits_used")).isFalse();
    subject.studio().release(prompt);
    JsonNode completed = tenant.await(id);
    assertThat(completed.path("status").asText()).isEqualTo("completed");
    assertThat(completed.has("output_url")).isTrue();
    assertThat(completed.has("finished_at")).isTrue();
    tenant.cancel(id);
    assertThat(tenant.generation(id)).isEqualTo(completed);
  }

  @Test
  @Rule("GEN-05")
  void only_an_unfinished_answer_carries_a_poll_hint() {
    Tenant tenant = subject.tenant();
    String running = tenant.startHeld();
    assertThat(tenant.get("/api/v1/generations/" + running).number("Retry-After")).isEqualTo(1);
    tenant.cancel(running);
    assertThat(tenant.get("/api/v1/generations/" + running).header("Retry-After")).isEmpty();
  }

  @Test
  @Rule("GEN-07")
  void cancelling_twice_gives_the_same_cancelled_generation() {
    Tenant tenant = subject.tenant();
    String id = tenant.startHeld();
    Exchange first = tenant.cancel(id);
    subject.time().pass(Duration.ofSeconds(5));
    Exchange second = tenant.cancel(id);
    assertThat(first.json().path("status").asText()).isEqualTo("cancelled");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @CsvSource({"a picture, completed", "break it, failed"})
  @Rule({"GEN-08", "A-2"})
  void what_has_ended_otherwise_cannot_be_cancelled(String prompt, String status) {
    Tenant tenant = subject.tenant();
    JsonNode ended = tenant.finished(prompt);
    String id = ended.path("generation_id").asText();
    Exchange refused = tenant.cancel(id);
    assertThat(refused.code()).isEqualTo("GENERATION_NOT_CANCELLABLE");
    assertThat(refused.json().path("status").asText()).isEqualTo(status);
    assertThat(tenant.generation(id)).isEqualTo(ended);
  }

  @Test
  @Rule("GEN-06")
  void anothers_generation_is_not_found() {
    Tenant owner = subject.tenant();
    String id = owner.startHeld();
    Tenant stranger = subject.tenant();
    assertThat(stranger.get("/api/v1/generations/" + id).code()).isEqualTo("GENERATION_NOT_FOUND");
    assertThat(stranger.cancel(id).code()).isEqualTo("GENERATION_NOT_FOUND");
    assertThat(owner.generation(id).path("status").asText()).isNotEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({"break it", "crash it"})
  @Rule({"GEN-09", "GEN-13"})
  void a_provider_that_fails_every_time_fails_the_generation(String prompt) {
    Tenant tenant = subject.tenant();
    JsonNode failed = tenant.finished(prompt);
    JsonNode error = failed.path("error");
    assertThat(error.path("error").asText()).isEqualTo("PROVIDER_ERROR");
    assertThat(error.at("/charge/credits").asInt()).isEqualTo(10);
    assertThat(subject.check().violationsOfGenerationError(error)).isEmpty();
  }

  @Test
  @Rule("GEN-13")
  void a_generations_error_names_the_call_that_started_it() {
    Tenant tenant = subject.tenant();
    Exchange started = tenant.send(Generate.studio("break it"));
    JsonNode failed = tenant.await(started.json().path("generation_id").asText());
    assertThat(failed.at("/error/request_id").asText()).isEqualTo(started.require("X-Request-Id"));
  }

  @Test
  @Rule({"GEN-11", "GEN-13", "MONEY-03", "M-5"})
  void a_generation_that_is_not_finished_in_an_hour_expires() {
    Tenant tenant = subject.tenant();
    String id = tenant.startHeld();
    subject.time().pass(Duration.ofHours(1));
    JsonNode expired =
        subject.time().passUntil(CompletableFuture.supplyAsync(() -> tenant.await(id)));
    assertThat(expired.path("status").asText()).isEqualTo("expired");
    assertThat(expired.at("/error/error").asText()).isEqualTo("GENERATION_EXPIRED");
    assertThat(subject.check().violationsOfGenerationError(expired.path("error"))).isEmpty();
    assertThat(tenant.wallet().entriesOf(id)).containsExactly("hold", "release");
  }
}
