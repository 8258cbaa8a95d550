package dev.waymark.conformance.restarts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, ended while it works. */
final class RestartTest {
  /** Takes four seconds and costs 12 credits. */
  private static final Request START =
      Request.post(
              "/api/v1/generate",
              "{\"model\":\"aurora-1\",\"prompt\":\"northern lights\",\"duration\":4}")
          .with("Idempotency-Key", "once");

  private static final int LOOKS = 50;

  @TempDir private Path folder;

  @Test
  @Rule({"STOP-01", "STOP-03", "V-12"})
  void a_generation_that_runs_when_the_process_is_killed_is_finished_and_charged_once() {
    try (Installation server = new Installation(folder, "3s")) {
      Exchange started = server.send(START);
      String id = started.json().path("generation_id").asText();
      awaitWork(server, id);
      server.kill();
      server.startAgain();
      requireFinished(server, id);
      assertThat(server.send(START).text()).isEqualTo(started.text());
      assertThat(server.get("/api/v1/account").json().at("/credits/balance").asInt())
          .isEqualTo(14_988);
    }
  }

  @Test
  @Rule({"STOP-02", "STOP-03"})
  void a_generation_that_runs_when_the_server_is_stopped_is_given_back_and_finished_later() {
    // Nobody would take it up for an hour if it were not given back.
    try (Installation server = new Installation(folder, "1h")) {
      String id = server.send(START).json().path("generation_id").asText();
      awaitWork(server, id);
      server.stop();
      server.startAgain();
      requireFinished(server, id);
    }
  }

  @Test
  @Rule({"STOP-03", "IDEM-10", "IDEM-13", "KEY-14"})
  void keys_their_revocation_and_the_answer_that_holds_a_secret_survive_a_restart() {
    Request make =
        Request.post("/api/v1/keys", "{\"name\":\"survivor\"}").with("Idempotency-Key", "once");
    try (Installation server = new Installation(folder, "1h")) {
      Exchange made = server.send(make);
      Exchange revoked = server.send(Request.post("/api/v1/keys", "{\"name\":\"revoked\"}"));
      server.send(
          Request.of("DELETE", "/api/v1/keys/" + revoked.json().at("/api_key/key_id").asText()));
      server.kill();
      server.startAgain();
      Exchange replay = server.send(make);
      assertThat(replay.status()).isEqualTo(201);
      assertThat(replay.body()).isEqualTo(made.body());
      assertThat(replay.require("Idempotent-Replayed")).isEqualTo("true");
      Request account = Request.get("/api/v1/account");
      assertThat(server.sendWith(made.json().path("key").asText(), account).status())
          .isEqualTo(200);
      assertThat(server.sendWith(revoked.json().path("key").asText(), account).code())
          .isEqualTo("KEY_REVOKED");
    }
  }

  private static void requireFinished(Installation server, String id) {
    JsonNode generation =
        server.send(Request.get("/api/v1/generations/" + id).with("Prefer", "wait=50")).json();
    assertThat(generation.path("status").asText()).isEqualTo("completed");
    assertThat(generation.path("credits_used").asInt()).isEqualTo(12);
    String output = URI.create(generation.path("output_url").asText()).getPath();
    assertThat(server.get(output).status()).isEqualTo(200);
    JsonNode credits = server.get("/api/v1/account").json().path("credits");
    assertThat(credits.path("balance").asInt()).isEqualTo(14_988);
    assertThat(credits.path("held").asInt()).isZero();
  }

  private static void awaitWork(Installation server, String id) {
    for (int look = 0; look < LOOKS; look++) {
      Request request = Request.get("/api/v1/generations/" + id);
      if (server.send(request).json().path("status").asText().equals("processing")) {
        return;
      }
    }
    throw new AssertionError("no worker has begun:\n" + server.output());
  }
}
