package dev.waymark.conformance.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the caller is to know stands neither in the log nor in an error. */
@ExtendWith(SubjectExtension.class)
final class SecretsTest {
  /** Occurs nowhere but in this test. */
  private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

  private final Subject subject;

  SecretsTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("SEC-01")
  void calls_that_succeed_and_calls_that_are_refused_leave_no_secret_in_the_log() {
    Tenant tenant = subject.tenant();
    JsonNode generation = tenant.finished("a " + canary);
    String output = output(generation);
    subject.wire().send(Request.get(output));
    subject.wire().send(Request.get(output + "x"));
    subject.wire().send(Request.get("/nowhere/" + canary + "?" + tenant.key()));
    tenant.send(Generate.studio(canary).with("Idempotency-Key", canary));
    tenant.post(Generate.PATH, "{\"" + canary + "\":");
    tenant.post(Generate.PATH, "{\"model\":\"" + canary + "\",\"prompt\":7}");
    tenant.finished("break " + canary);
    tenant.finished("crash " + canary);
    unreadable(tenant);
    requireNothingOf(tenant, output);
  }

  @Test
  @Rule("SEC-01")
  void of_the_number_of_an_attempt_nothing_but_a_number_gets_into_the_log() {
    Tenant tenant = subject.tenant();
    Request account = Request.get("/api/v1/account");
    Exchange third = tenant.send(account.with("X-Attempt", "3"));
    tenant.send(account.with("X-Attempt", canary));
    assertThat(subject.log().linesWith(third.require("X-Request-Id")))
        .singleElement()
        .asString()
        .contains(" ms, attempt 3");
    requireNothingOf(tenant, "/api/v1/outputs/out_");
  }

  @Test
  @Rule("SEC-01")
  void a_call_that_breaks_the_server_leaves_no_secret_in_the_log() {
    Tenant tenant = subject.tenant();
    Request start = Generate.studio(canary).with("Idempotency-Key", canary);
    for (String fault : List.of(Faults.STORE_BROKEN, Faults.DATABASE_LOST)) {
      tenant.withOtherKey().send(start.with(Faults.HEADER, fault + " 0"));
    }
    tenant.send(Generate.poison(canary).with("Idempotency-Key", canary));
    requireNothingOf(tenant, "/api/v1/outputs/out_");
  }

  @Test
  @Rule("SEC-01")
  void a_statement_that_the_database_refuses_leaves_no_secret_in_the_log() {
    try (Subject broken = subject.beside(Map.of())) {
      Tenant tenant = broken.tenant();
      String output = output(tenant.finished("a picture"));
      broken.jdbi().useHandle(handle -> handle.execute("ALTER TABLE output RENAME TO elsewhere"));
      broken.wire().send(Request.get(output));
      broken
          .jdbi()
          .useHandle(handle -> handle.execute("ALTER TABLE idempotency_record RENAME TO gone"));
      tenant.send(Generate.studio("x").with("Idempotency-Key", canary));
      broken
          .jdbi()
          .useHandle(handle -> handle.execute("ALTER TABLE generation DROP COLUMN prompt CASCADE"));
      tenant.send(Generate.studio(canary));
      requireNothingOf(tenant, output);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[:::]:80", "[1.2.3]", "-:99999", "...", "a b"})
  @Rule("SEC-01")
  void a_host_that_is_none_leaves_no_output_address_in_the_log(String host) {
    Tenant tenant = subject.tenant();
    JsonNode generation = tenant.finished("a picture");
    subject
        .wire()
        .sendRaw(
            RawRequest.head(
                "GET /api/v1/generations/"
                    + generation.path("generation_id").asText()
                    + " HTTP/1.1",
                "Host: " + host,
                "Authorization: " + tenant.authorization()));
    requireNothingOf(tenant, output(generation));
  }

  @Test
  @Rule("SEC-02")
  void no_error_repeats_a_key_or_a_prompt() {
    Tenant tenant = subject.tenant();
    String prompt = canary.repeat(60);
    List<Exchange> refused =
        List.of(
            tenant.send(Generate.studio(prompt)),
            tenant.send(Generate.studio(canary).with("X-Max-Credits", "1")),
            tenant.post(Generate.PATH, "{\"prompt\":\"" + canary + "\",\"prompt\":\"x\"}"),
            tenant.post(Generate.PATH, "{\"model\":\"studio-1\",\"prompt\":\"" + canary),
            tenant.post(Generate.PATH, "{\"model\":\"studio-1\",\"prompt\":[\"" + canary + "\"]}"),
            tenant.send(
                Request.get("/api/v1/account").with("Authorization", "Basic " + tenant.key())),
            tenant.send(Generate.poison(canary)));
    assertThat(refused).allMatch(exchange -> exchange.status() >= 400);
    assertThat(refused).noneMatch(exchange -> exchange.text().contains(canary));
    assertThat(refused).noneMatch(exchange -> exchange.text().contains(tenant.key()));
  }

  private void unreadable(Tenant tenant) {
    subject
        .wire()
        .sendRaw(
            RawRequest.head(
                "GET /api/v1/account HTTP/1.1",
                "Host: localhost",
                "Authorization: " + tenant.authorization(),
                canary + " " + canary + ": " + tenant.key()));
  }

  private void requireNothingOf(Tenant tenant, String output) {
    for (String secret : List.of(canary, tenant.key(), output)) {
      assertThat(subject.log().linesWith(secret)).isEmpty();
    }
  }

  private static String output(JsonNode generation) {
    return URI.create(generation.path("output_url").asText()).getPath();
  }
}
