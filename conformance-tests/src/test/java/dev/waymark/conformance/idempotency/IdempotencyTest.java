package dev.waymark.conformance.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SubjectExtension.class)
final class IdempotencyTest {
  private static final String KEY = "Idempotency-Key";
  private static final Request START = Generate.studio("once").with(KEY, "k");

  private final Subject subject;

  IdempotencyTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"IDEM-01", "V-12"})
  void a_replay_is_the_first_answer_to_the_letter() {
    Tenant tenant = subject.tenant();
    Exchange first = tenant.send(START);
    Exchange replay = tenant.send(START);
    assertThat(replay.status()).isEqualTo(202);
    assertThat(replay.text()).isEqualTo(first.text());
    assertThat(replay.require("Location")).isEqualTo(first.require("Location"));
    assertThat(replay.require("Idempotent-Replayed")).isEqualTo("true");
    assertThat(replay.require("X-Original-Request-Id")).isEqualTo(first.require("X-Request-Id"));
  }

  @Test
  @Rule("IDEM-01")
  void a_first_answer_says_that_it_is_one() {
    Exchange first = subject.tenant().send(START);
    assertThat(first.require("Idempotent-Replayed")).isEqualTo("false");
    assertThat(first.require("X-Original-Request-Id")).isEqualTo(first.require("X-Request-Id"));
  }

  @Test
  @Rule({"IDEM-02", "V-12"})
  void a_replay_charges_and_starts_nothing() {
    Tenant tenant = subject.tenant();
    tenant.send(START);
    Exchange replay = tenant.send(START);
    assertThat(replay.number("X-Credits-Charged")).isZero();
    assertThat(replay.number("X-Credits-Remaining")).isEqualTo(14_990);
    assertThat(tenant.wallet().count("hold")).isEqualTo(1);
    assertThat(tenant.get("/api/v1/generations").json().path("data")).hasSize(1);
  }

  @Test
  @Rule("IDEM-09")
  void a_replay_is_the_first_answer_after_the_end_too() {
    Tenant tenant = subject.tenant();
    Exchange first = tenant.send(START);
    tenant.await(first.json().path("generation_id").asText());
    assertThat(tenant.send(START).text()).isEqualTo(first.text());
  }

  @Test
  @Rule("IDEM-03")
  void another_body_under_the_same_key_is_refused_and_names_the_first_call() {
    Tenant tenant = subject.tenant();
    Exchange first = tenant.send(START);
    Exchange refused = tenant.send(Generate.studio("another").with(KEY, "k"));
    assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(refused.json().path("original_request_id").asText())
        .isEqualTo(first.require("X-Request-Id"));
    assertThat(tenant.wallet().count("hold")).isEqualTo(1);
  }

  @Test
  @Rule("IDEM-04")
  void another_key_of_the_account_gets_the_replay() {
    Tenant tenant = subject.tenant();
    Exchange first = tenant.send(START);
    assertThat(tenant.withOtherKey().send(START).text()).isEqualTo(first.text());
  }

  @Test
  @Rule("IDEM-04")
  void another_account_may_use_the_same_key() {
    subject.tenant().send(START);
    assertThat(subject.tenant().send(START).require("Idempotent-Replayed")).isEqualTo("false");
  }

  @Test
  @Rule({"IDEM-01", "IDEM-02"})
  void another_key_starts_another_generation() {
    Tenant tenant = subject.tenant();
    tenant.send(START);
    Exchange second = tenant.send(Generate.studio("once").with(KEY, "K"));
    assertThat(second.require("Idempotent-Replayed")).isEqualTo("false");
  }

  @Test
  @Rule("IDEM-07")
  void the_first_answer_is_kept_for_24_hours() {
    Tenant tenant = subject.tenant();
    tenant.send(START);
    subject.time().pass(Duration.ofHours(24).minusMillis(1));
    assertThat(tenant.send(START).require("Idempotent-Replayed")).isEqualTo("true");
    subject.time().pass(Duration.ofMillis(1));
    assertThat(tenant.send(START).require("Idempotent-Replayed")).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seed\":7,\"prompt\":\"once\",\"model\":\"studio-1\"}",
        " { \"model\" : \"studio-1\",\n\"prompt\":\"once\" , \"seed\": 7.0 } ",
        "{\"model\":\"studio-1\",\"prompt\":\"onc\\u0065\",\"seed\":70e-1}"
      })
  @Rule("IDEM-08")
  void a_body_that_says_the_same_is_the_same(String body) {
    Tenant tenant = subject.tenant();
    String first = "{\"model\":\"studio-1\",\"prompt\":\"once\",\"seed\":7}";
    tenant.send(Request.post(Generate.PATH, first).with(KEY, "k"));
    Exchange second = tenant.send(Request.post(Generate.PATH, body).with(KEY, "k"));
    assertThat(second.header("Idempotent-Replayed")).as("%s", second).hasValue("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"studio-1\",\"prompt\":\"once\",\"seed\":8}",
        "{\"model\":\"studio-1\",\"prompt\":\"once\"}",
        "{\"model\":\"studio-1\",\"prompt\":\"Once\",\"seed\":7}",
        "{\"model\":\"studio-1\",\"prompt\":\"once\",\"seed\":7,\"resolution\":\"1K\"}"
      })
  @Rule("IDEM-03")
  void a_body_that_says_anything_else_is_another_one(String body) {
    Tenant tenant = subject.tenant();
    String first = "{\"model\":\"studio-1\",\"prompt\":\"once\",\"seed\":7}";
    tenant.send(Request.post(Generate.PATH, first).with(KEY, "k"));
    Exchange second = tenant.send(Request.post(Generate.PATH, body).with(KEY, "k"));
    assertThat(second.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"two words", ""})
  @Rule("HTTP-09")
  void a_key_of_other_than_visible_characters_is_unreadable(String key) {
    Exchange refused = subject.tenant().send(Generate.studio("x").with(KEY, key));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("HTTP-09")
  void a_key_may_have_255_characters_and_no_more() {
    Tenant tenant = subject.tenant();
    Request start = Generate.studio("x");
    assertThat(tenant.send(start.with(KEY, "k".repeat(255))).status()).isEqualTo(202);
    assertThat(tenant.send(start.with(KEY, "k".repeat(256))).code()).isEqualTo("MALFORMED_REQUEST");
  }
}
