package dev.waymark.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.RequestLog;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept of a call, field by field. */
@ExtendWith(SubjectExtension.class)
final class RecordTest {
  private final Subject subject;
  private final Tenant tenant;

  RecordTest(Subject subject) {
    this.subject = subject;
    this.tenant = subject.tenant();
  }

  @Test
  @Rule("REQ-03")
  void a_start_is_kept_with_what_it_held_and_what_it_started() {
    Exchange started = tenant.send(Generate.studio("a picture"));
    JsonNode account = tenant.get("/api/v1/account").json();
    ObjectNode expected =
        expected(started, "POST", "/api/v1/generate", "startGeneration")
            .put("key_id", account.at("/key/key_id").asText())
            .put("generation_id", started.json().path("generation_id").asText());
    expected.set("charge", charge("held", (int) Generate.PRICE));
    assertThat(record(started)).isEqualTo(expected);
  }

  @Test
  @Rule("REQ-03")
  void a_replay_names_the_call_whose_answer_it_gave_again() {
    Request start = Generate.studio("a picture").with("Idempotency-Key", "once");
    Exchange first = tenant.send(start);
    JsonNode replay = record(tenant.send(start));
    assertThat(replay.path("replay_of").asText()).isEqualTo(first.require("X-Request-Id"));
    assertThat(replay.at("/charge/state").asText()).isEqualTo("none");
    assertThat(replay.path("generation_id")).isEqualTo(first.json().path("generation_id"));
    assertThat(record(first).has("replay_of")).isFalse();
  }

  @Test
  @Rule("REQ-03")
  void a_cancel_is_kept_with_what_it_gave_back() {
    String generation = tenant.startHeld();
    JsonNode cancel = record(tenant.cancel(generation));
    assertThat(cancel.path("generation_id").asText()).isEqualTo(generation);
    assertThat(cancel.at("/charge/state").asText()).isEqualTo("released");
    assertThat(cancel.at("/charge/credits").asLong()).isEqualTo(Generate.PRICE);
    assertThat(cancel.path("route").asText())
        .isEqualTo("/api/v1/generations/{generation_id}/cancel");
  }

  @Test
  @Rule("REQ-03")
  void a_cancel_that_is_sent_again_gave_nothing_back() {
    String generation = tenant.startHeld();
    tenant.cancel(generation);
    JsonNode again = record(tenant.cancel(generation));
    assertThat(again.path("status").asInt()).isEqualTo(200);
    assertThat(again.at("/charge/state").asText()).isEqualTo("none");
    assertThat(again.at("/charge/credits").asLong()).isZero();
  }

  @Test
  @Rule("REQ-03")
  void a_head_and_an_answer_of_its_own_kind_are_kept_as_what_they_were() {
    JsonNode head = record(tenant.send(Request.of("HEAD", "/api/v1/models")));
    assertThat(head.path("method").asText()).isEqualTo("HEAD");
    assertThat(head.path("operation").asText()).isEqualTo("listModels");
  }

  @Test
  @Rule("REQ-03")
  void the_lookup_is_a_call_like_any_other() {
    Exchange lookup = tenant.get("/api/v1/requests/" + logged("/api/v1/account"));
    assertThat(record(lookup).path("operation").asText()).isEqualTo("getRequest");
    assertThat(record(lookup).path("route").asText()).isEqualTo("/api/v1/requests/{request_id}");
  }

  @Test
  @Rule("REQ-04")
  void nothing_that_only_the_caller_is_to_know_is_kept() {
    String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    tenant.finished("a " + canary);
    tenant.send(Generate.studio(canary).with("Idempotency-Key", canary).with(canary, canary));
    tenant.post(Generate.PATH, "{\"" + canary + "\":");
    tenant.post(Generate.PATH, "{\"model\":\"" + canary + "\",\"prompt\":7}");
    tenant.get("/api/v1/generations?" + canary + "=" + canary);
    tenant.get("/api/v1/generations/" + canary);
    tenant.get("/api/v1/models/" + canary);
    tenant.get("/api/v1/requests/" + canary);
    tenant.get("/api/v1/requests?route=" + canary);
    tenant.get("/nowhere/" + canary);
    tenant.finished("break " + canary);
    // The log is written in order: when the last call is there, so are all before it.
    tenant.awaitLogged(tenant.get("/api/v1/account"));
    assertThat(RequestLog.holds(subject.jdbi(), canary)).isFalse();
    assertThat(RequestLog.holds(subject.jdbi(), tenant.key())).isFalse();
  }

  private ObjectNode expected(Exchange call, String method, String route, String operation) {
    Instant received = call.from().truncatedTo(ChronoUnit.MILLIS);
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    return expected
        .put("request_id", call.require("X-Request-Id"))
        .put("received_at", received.toString())
        .put("duration_ms", 0)
        .put("method", method)
        .put("route", route)
        .put("operation", operation)
        .put("status", call.status())
        .put("mode", "live");
  }

  private String logged(String path) {
    return tenant.awaitLogged(tenant.get(path));
  }

  private static JsonNode charge(String state, int credits) {
    return JsonNodeFactory.instance.objectNode().put("state", state).put("credits", credits);
  }

  private JsonNode record(Exchange call) {
    Exchange found = tenant.get("/api/v1/requests/" + tenant.awaitLogged(call));
    assertThat(found.status()).as("%s", found).isEqualTo(200);
    return found.json();
  }
}
