package dev.waymark.conformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that a generation ends with because its test key has asked for them. */
@ExtendWith(SubjectExtension.class)
final class ForcedJobTest {
  private final Subject subject;
  private final Tenant sandbox;

  ForcedJobTest(Subject subject) {
    this.subject = subject;
    this.sandbox = subject.sandbox();
  }

  static Stream<String> jobErrors() {
    return Contract.read()
        .operation("startGeneration")
        .node()
        .path("x-job-errors")
        .valueStream()
        .map(JsonNode::asText);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jobErrors")
  @Rule({"SAND-06", "TEST-01"})
  void the_start_is_accepted_and_the_generation_ends_with_the_error(String code) {
    Exchange started = sandbox.send(forced("a picture", code));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    assertThat(started.number("X-Credits-Charged")).isEqualTo(Generate.PRICE);

    JsonNode ended = sandbox.await(started.json().path("generation_id").asText());

    assertThat(ended.path("status").asText())
        .isEqualTo(code.equals("GENERATION_EXPIRED") ? "expired" : "failed");
    assertThat(ended.path("error").path("error").asText()).isEqualTo(code);
    assertThat(subject.check().violationsOfGenerationError(ended.path("error"))).isEmpty();
    assertThat(ended.path("credits_used").asInt(-1)).isZero();
    assertThat(sandbox.wallet().entriesOf(ended.path("generation_id").asText()))
        .containsExactly("hold", "release");
    assertThat(sandbox.wallet().balance()).isEqualTo(15_000);
  }

  @Test
  @Rule("SAND-06")
  void until_the_delay_is_over_the_generation_is_processed() {
    Exchange started = sandbox.send(forced("a picture", "PROVIDER_TIMEOUT; delay_ms=30000"));
    String id = started.json().path("generation_id").asText();
    assertThat(Duration.between(started.from(), started.until()))
        .isLessThan(Duration.ofSeconds(30));

    JsonNode ended =
        subject.time().passUntil(CompletableFuture.supplyAsync(() -> sandbox.await(id)));

    assertThat(ended.path("error").path("error").asText()).isEqualTo("PROVIDER_TIMEOUT");
    assertThat(subject.time().instant())
        .isAfterOrEqualTo(started.from().plus(Duration.ofSeconds(30)));
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", "PROVIDER_TIMEOUT"})
  @Rule("SAND-06")
  void a_replay_gives_the_first_generation_and_what_was_forced_then_stays(String second) {
    Request first = forced("once", "PROVIDER_ERROR").with("Idempotency-Key", "k");
    Request again = Generate.studio("once").with("Idempotency-Key", "k");
    String id = sandbox.send(first).json().path("generation_id").asText();

    Exchange replay = sandbox.send(second.isEmpty() ? again : again.with(Forced.HEADER, second));

    assertThat(replay.require("Idempotent-Replayed")).isEqualTo("true");
    assertThat(replay.json().path("generation_id").asText()).isEqualTo(id);
    assertThat(sandbox.await(id).path("error").path("error").asText()).isEqualTo("PROVIDER_ERROR");
  }

  @Test
  @Rule("SAND-10")
  void a_start_that_is_forced_to_be_refused_starts_holds_and_keeps_nothing() {
    Request start = Generate.studio("once").with("Idempotency-Key", "k");
    sandbox.send(start.with(Forced.HEADER, "INTERNAL_ERROR"));

    assertThat(sandbox.wallet().count("hold")).isZero();
    assertThat(sandbox.get("/api/v1/generations").json().path("data")).isEmpty();
    assertThat(sandbox.send(start).require("Idempotent-Replayed")).isEqualTo("false");
  }

  @Test
  @Rule("SAND-06")
  void a_start_that_is_wrong_is_refused_as_ever() {
    Exchange refused = sandbox.send(forced("", "PROVIDER_ERROR"));

    assertThat(refused.code()).isEqualTo("INVALID_PARAMS");
  }

  private static Request forced(String prompt, String error) {
    return Generate.studio(prompt).with(Forced.HEADER, error);
  }
}
