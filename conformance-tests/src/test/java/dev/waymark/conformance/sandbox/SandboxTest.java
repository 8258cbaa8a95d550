package dev.waymark.conformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sandbox and its account: the same plan and models, and nothing else in common. */
@ExtendWith(SubjectExtension.class)
final class SandboxTest {
  private final Subject subject;
  private final Tenant live;
  private final Tenant test;

  SandboxTest(Subject subject) {
    this.subject = subject;
    this.live = subject.tenant("pro", "paid-1");
    this.test = live.sandbox();
  }

  @Test
  @Rule("SAND-01")
  void a_test_key_says_that_it_is_one_and_has_its_account_s_name_and_plan() {
    JsonNode own = live.get("/api/v1/account").json();
    JsonNode sandbox = test.get("/api/v1/account").json();

    assertThat(sandbox.path("key").path("mode").asText()).isEqualTo("test");
    assertThat(sandbox.path("key").path("prefix").asText()).startsWith("wm_test_");
    assertThat(own.path("key").path("mode").asText()).isEqualTo("live");
    assertThat(sandbox.path("name")).isEqualTo(own.path("name"));
    assertThat(sandbox.path("plan")).isEqualTo(own.path("plan"));
  }

  @Test
  @Rule("SAND-01")
  void each_wallet_pays_for_its_own_generations_and_both_add_up() {
    live.finished("a picture");
    test.finished("a picture");
    test.finished("break it");
    test.cancel(test.startHeld());
    test.send(Generate.dear(test.hold()));

    assertThat(live.wallet().balance()).isEqualTo(14_990);
    assertThat(test.wallet().balance()).isEqualTo(14_960);
    assertThat(live.wallet().sumOfEntries()).isEqualTo(14_990);
    assertThat(test.wallet().sumOfEntries()).isEqualTo(14_960);
  }

  @Test
  @Rule("SAND-01")
  void generations_in_flight_are_counted_apart() {
    Tenant tiny = subject.tenant("tiny");
    Tenant sandbox = tiny.sandbox();
    sandbox.startHeld();

    assertThat(tiny.send(Generate.studio("a picture")).status()).isEqualTo(202);
    assertThat(sandbox.send(Generate.studio("a picture")).code()).isEqualTo("CONCURRENCY_LIMIT");
  }

  @Test
  @Rule("SAND-08")
  void the_same_idempotency_key_starts_one_generation_of_each() {
    Request start = Generate.studio("once").with("Idempotency-Key", "the-same");
    String own = live.send(start).json().path("generation_id").asText();
    Exchange sandbox = test.send(start);

    assertThat(sandbox.require("Idempotent-Replayed")).isEqualTo("false");
    assertThat(sandbox.json().path("generation_id").asText()).isNotEqualTo(own);
  }

  @Test
  @Rule("SAND-09")
  void neither_sees_lists_or_cancels_the_other_s_generations() {
    String own = live.startHeld();
    String sandbox = test.startHeld();

    for (Exchange strange :
        List.of(
            live.get("/api/v1/generations/" + sandbox),
            test.get("/api/v1/generations/" + own),
            live.cancel(sandbox),
            test.cancel(own))) {
      assertThat(strange.code()).isEqualTo("GENERATION_NOT_FOUND");
    }
    assertThat(ids(live)).containsExactly(own);
    assertThat(ids(test)).containsExactly(sandbox);
  }

  @Test
  @Rule("SAND-07")
  void a_provider_that_costs_is_never_called_and_the_picture_comes_all_the_same() {
    String prompt = "a lake " + UUID.randomUUID();
    JsonNode made = test.await(startPaid(test, prompt));

    assertThat(made.path("status").asText()).isEqualTo("completed");
    assertThat(made.path("credits_used").asInt()).isEqualTo(25);
    Exchange output = test.get(URI.create(made.path("output_url").asText()).getPath());
    assertThat(output.require("Content-Type")).isEqualTo("image/png");
    assertThat(subject.paid().prompts()).doesNotContain(prompt);
  }

  @Test
  @Rule("SAND-07")
  void with_a_live_key_it_is_called() {
    String prompt = "a lake " + UUID.randomUUID();
    live.await(startPaid(live, prompt));

    assertThat(subject.paid().prompts()).contains(prompt);
  }

  private static String startPaid(Tenant tenant, String prompt) {
    Exchange started =
        tenant.post(Generate.PATH, Generate.body(prompt).replace("studio-1", "paid-1"));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    return started.json().path("generation_id").asText();
  }

  private static List<String> ids(Tenant tenant) {
    return tenant
        .get("/api/v1/generations")
        .json()
        .path("data")
        .valueStream()
        .map(generation -> generation.path("generation_id").asText())
        .toList();
  }
}
