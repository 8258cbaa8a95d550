package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.transport.BaseUrl;
import dev.waymark.client.transport.Connections;
import dev.waymark.client.transport.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

  private static final GenerationRequest FOX =
      GenerationRequest.of("mosaic-1", "a fox in an autumn forest");

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark =
      server.client().requestTimeout(Duration.ofMillis(300)).build();

  @AfterEach
  void stop() {
    server.close();
    waymark.close();
  }

  @Test
  void nobody_there_names_the_address_and_keeps_the_cause() {
    server.close();

    assertThatThrownBy(() -> waymark.account().get())
        .isInstanceOf(NotSentException.class)
        .hasMessageContaining("GET " + server.url() + "/api/v1/account")
        .hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void the_address_of_an_output_is_not_shown() {
    HttpRequest download =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/outputs/out_secret.png")).build();

    assertThat(Unanswered.exception(download, new ConnectException(), WaymarkException.ONE))
        .hasMessageContaining("/api/v1/outputs/…")
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_start_that_found_nobody_has_not_started() {
    server.close();

    assertThatThrownBy(() -> waymark.generations().start(FOX)).isInstanceOf(NotSentException.class);
  }

  @Test
  void a_start_without_an_answer_tells_the_key_that_makes_it_safe_to_repeat() {
    server.answer(Answer.of(202, "{").cutOffBefore(1000));

    AnswerUnknownException failure =
        catchThrowableOfType(AnswerUnknownException.class, () -> waymark.generations().start(FOX));

    assertThat(failure.idempotencyKey()).contains(server.last().header("Idempotency-Key"));
    assertThat(failure).hasMessageContaining(failure.idempotencyKey().orElseThrow());
  }

  @Test
  void an_answer_that_stops_half_way_is_not_waited_for_for_ever() {
    server.answer(Answer.of(200, "{").hangingBefore(1000));

    assertThatThrownBy(() -> waymark.account().get())
        .isInstanceOf(AnswerUnknownException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void a_refusal_that_stops_half_way_keeps_its_status() {
    server.answer(Answer.of(503, "{").hangingBefore(1000));

    assertThatThrownBy(() -> waymark.account().get())
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("503 ");
  }

  @Test
  void an_answer_without_end_is_not_read_without_end() {
    server.answer(Answer.of(200, "x".repeat(2000)));
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url())).build();
    Wire wire = new Wire(Connections.to(BaseUrl.of(server.url()), Duration.ofSeconds(5), null));

    assertThatThrownBy(
            () -> {
              try (var body = wire.send(request, Duration.ofMinutes(1), 1999).body()) {
                body.readAllBytes();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 1999 bytes");
  }

  @Test
  void an_interrupted_call_ends_and_the_interrupt_is_not_lost() {
    server.answer(Answer.of(200, "{").hangingBefore(1000));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> waymark.account().get())
        .isInstanceOf(WaymarkInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void after_closing_there_is_no_call() {
    waymark.close();

    assertThatThrownBy(() -> waymark.account().get()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void no_exception_shows_the_key() {
    server.close();

    assertThatThrownBy(() -> waymark.generations().start(FOX))
        .satisfies(failure -> {
          for (Throwable one = failure; one != null; one = one.getCause()) {
            assertThat(one.toString()).doesNotContain("secret");
          }
        });
  }
}
