package dev.waymark.conformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-Test-Error} from whoever has no valid test key. */
@ExtendWith(SubjectExtension.class)
final class OtherKeysTest {
  private final Subject subject;

  OtherKeysTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Operation> operations() {
    return Contract.read().operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  @Rule("SAND-02")
  void on_a_live_key_every_operation_answers_as_if_the_header_were_not_there(Operation operation) {
    Tenant live = subject.tenant();
    Request plain = Forced.request(operation);

    Exchange with = live.send(plain.with(Forced.HEADER, "INTERNAL_ERROR; delay_ms=60000"));

    Exchange without = live.send(plain);
    assertThat(with.status()).isEqualTo(without.status());
    assertThat(with.code()).isEqualTo(without.code());
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {"", "rate_limit", "RATE_LIMIT; delay_ms=-1", "NO_SUCH_CODE", "PROVIDER_ERROR"})
  @Rule("SAND-02")
  void on_a_live_key_a_start_succeeds_however_malformed_the_header_is(String text) {
    Tenant live = subject.tenant();
    Request start =
        Generate.studio("a picture").with(Forced.HEADER, text).with(Forced.HEADER, "twice");

    Exchange started = live.send(start);

    assertThat(started.status()).as("%s", started).isEqualTo(202);
    assertThat(live.await(started.json().path("generation_id").asText()).path("status").asText())
        .isEqualTo("completed");
  }

  @Test
  @Rule("SAND-02")
  void without_a_key_it_is_not_there() {
    Request errors = Request.get("/api/v1/errors").with(Forced.HEADER, "INTERNAL_ERROR");

    assertThat(subject.wire().send(errors).status()).isEqualTo(200);
    assertThat(subject.wire().send(Forced.account("INTERNAL_ERROR")).code())
        .isEqualTo("UNAUTHORIZED");
  }

  @Test
  @Rule("SAND-02")
  void a_test_key_that_is_revoked_forces_nothing() {
    Tenant sandbox = subject.sandbox();
    sandbox.update(
        "UPDATE api_key SET revoked_at = :value WHERE account_id = :account",
        Instant.parse("2026-01-01T00:00:00Z").minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));

    assertThat(sandbox.send(Forced.account("INTERNAL_ERROR")).code()).isEqualTo("KEY_REVOKED");
    Request errors = Request.get("/api/v1/errors").with(Forced.HEADER, "INTERNAL_ERROR");
    assertThat(sandbox.send(errors).status()).isEqualTo(200);
  }
}
