package dev.waymark.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On real connections, with a client that knows nothing of scripts. */
final class FaultServerTest {
  private static final Reply FULL =
      Reply.of(503, "{}")
          .with("X-Error-Code", "OVERLOADED")
          .with("Retry-After", "1")
          .with("X-Should-Retry", Reply.IF_SAFE);

  private static final Reply FINE = Reply.of(202, "{\"generation_id\":\"gen_1\"}");

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void steps_come_in_turn_and_the_last_one_stays() throws Exception {
    Play play = Play.of(Script.of("full", "503, then 202", FULL, FINE));
    try (FaultServer server = FaultServer.playing(play, InstantSource.system())) {
      assertThat(post(server, "/api/v1/generate").statusCode()).isEqualTo(503);
      assertThat(post(server, "/api/v1/generate").statusCode()).isEqualTo(202);
      assertThat(post(server, "/api/v1/generate").body()).isEqualTo(FINE.body());
    }

    assertThat(play.arrivals())
        .extracting(arrival -> arrival.call().toString())
        .containsOnly("POST /api/v1/generate")
        .hasSize(3);
    assertThat(play.arrivals().getFirst().call().body()).isEqualTo("{\"prompt\":\"früh\"}");
    assertThat(play.arrivals()).extracting(Arrival::at).isSorted();
  }

  @Test
  void a_date_has_the_form_that_http_asks_for() {
    Reply reply = FULL.with("Retry-After", "in 3 seconds");
    Instant early = Instant.parse("2026-11-01T08:59:58Z");

    assertThat(reply.to(Call.UNREAD, early, "req").header("Retry-After"))
        .contains("Sun, 01 Nov 2026 09:00:01 GMT");
  }

  @Test
  void a_resend_is_safe_with_an_idempotency_key_only() throws Exception {
    Play play = Play.of(Script.of("full", "503", FULL));
    try (FaultServer server = FaultServer.playing(play, InstantSource.system())) {
      HttpRequest with = request(server, "/x").header("Idempotency-Key", "k").build();

      assertThat(post(server, "/x").headers().firstValue("X-Should-Retry")).contains("false");
      assertThat(client.send(with, BodyHandlers.ofString()).headers().firstValue("X-Should-Retry"))
          .contains("true");
    }
  }

  @Test
  void connections_break_before_and_after_they_are_read() {
    Play play =
        Play.of(
            Script.of(
                "breaks",
                "resets",
                Silence.RESET_BEFORE_READING,
                Silence.RESET_AFTER_READING,
                Silence.CLOSED_AFTER_READING));
    try (FaultServer server = FaultServer.playing(play, InstantSource.system())) {
      for (int call = 0; call < 3; call++) {
        assertThatThrownBy(() -> post(server, "/x")).isInstanceOf(IOException.class);
      }
    }

    assertThat(play.arrivals())
        .as("the JDK may connect again by itself")
        .extracting(arrival -> arrival.call().isRead())
        .startsWith(false, true, true);
  }

  @Test
  void a_body_is_cut_in_its_middle() {
    Play play = Play.of(Script.of("cut", "half of it", FINE.coming(Reply.Manner.CUT)));
    try (FaultServer server = FaultServer.playing(play, InstantSource.system())) {
      assertThatThrownBy(() -> post(server, "/x")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_drips_or_never_comes_outlasts_a_callers_patience() {
    Script slow =
        Script.of("slow", "slowly", FINE.coming(Reply.Manner.DRIPS), Silence.NOTHING_COMES);
    try (FaultServer server = FaultServer.playing(Play.of(slow), InstantSource.system())) {
      for (int call = 0; call < 2; call++) {
        assertThatThrownBy(() ->
                client
                    .sendAsync(request(server, "/x").build(), BodyHandlers.ofString())
                    .orTimeout(300, TimeUnit.MILLISECONDS)
                    .join())
            .hasRootCauseInstanceOf(TimeoutException.class);
      }
    }
  }

  @Test
  void alone_it_plays_each_script_under_its_name_in_rounds_and_tells_what_has_come()
      throws Exception {
    try (FaultServer server =
        FaultServer.start(0, List.of(Script.of("full", "503, then 202", FULL, FINE)))) {
      for (int status : List.of(503, 202, 503)) {
        assertThat(post(server, "/full/api/v1/generate").statusCode()).isEqualTo(status);
      }

      assertThat(get(server, "/")).contains("/full", "503, then 202");
      assertThat(get(server, "/full/timeline"))
          .contains("POST /api/v1/generate → 503 OVERLOADED, Retry-After: 1");
      assertThat(post(server, "/empty/api/v1/generate").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_date_is_so_many_seconds_from_now() {
    Reply sent =
        FULL.with("Retry-After", "in 3 seconds")
            .to(Call.UNREAD, Instant.parse("2026-11-22T08:00:00.900Z"), "req_1");

    assertThat(sent.header("retry-after")).contains("Sun, 22 Nov 2026 08:00:03 GMT");
  }

  private HttpResponse<String> post(FaultServer server, String path) throws Exception {
    return client.send(request(server, path).build(), BodyHandlers.ofString());
  }

  private String get(FaultServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.url().resolve(path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(FaultServer server, String path) {
    return HttpRequest.newBuilder(server.url().resolve(path))
        .timeout(Duration.ofSeconds(20))
        .POST(BodyPublishers.ofString("{\"prompt\":\"früh\"}"));
  }
}
