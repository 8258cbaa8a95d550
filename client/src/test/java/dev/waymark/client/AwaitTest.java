package dev.waymark.client;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.errors.ChargeState;
import dev.waymark.errors.RetryStrategy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AwaitTest {

  private static final String ID = "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Answer PENDING = Answer.of(200, Contract.example("PendingGeneration"));
  private static final Answer COMPLETED = Answer.of(200, Contract.example("CompletedGeneration"));

  private final SteeredTime time = new SteeredTime();
  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark =
      server.client().time(time).retryPolicy(RetryPolicy.defaults()).random(() -> 0).build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void it_ends_with_the_completed_generation() {
    server.answer(PENDING, PENDING, COMPLETED);

    assertThat(waymark.generations().await(ID, MINUTE).generation().outputUrl()).isPresent();
  }

  @Test
  void it_lets_the_server_hold_the_answer_back_but_not_beyond_the_limit() {
    server.answer(PENDING.with("Retry-After", "25"), PENDING.with("Retry-After", "25"), COMPLETED);

    waymark.generations().await(ID, Duration.ofSeconds(30));

    assertThat(server.received())
        .extracting(call -> call.header("Prefer"))
        .containsExactly("wait=20", "wait=5", "null");
  }

  @Test
  void it_asks_again_when_the_server_says() {
    server.answer(PENDING.with("Retry-After", "3"), PENDING, COMPLETED);

    waymark.generations().await(ID, MINUTE);

    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
  }

  @Test
  void it_asks_again_at_the_date_that_a_proxy_names() {
    String date = RFC_1123_DATE_TIME.format(time.now().plusSeconds(3).atOffset(ZoneOffset.UTC));
    server.answer(PENDING.with("Retry-After", date), COMPLETED);

    waymark.generations().await(ID, MINUTE);

    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void a_finished_generation_needs_no_call() {
    server.answer(COMPLETED);
    Generation completed = waymark.generations().get(ID);

    assertThat(waymark.generations().await(completed, MINUTE).generation()).isSameAs(completed);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_failure_carries_all_that_the_server_says_about_it() {
    server.answer(Answer.of(200, Contract.example("FailedGeneration")));

    GenerationFailedException failure =
        catchThrowableOfType(
            GenerationFailedException.class, () -> waymark.generations().await(ID, MINUTE));

    WaymarkError error = failure.error().orElseThrow();
    assertThat(error.code()).isEqualTo("PROVIDER_ERROR");
    assertThat(error.requestId()).contains("req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");
    assertThat(error.retry().orElseThrow().strategy()).isEqualTo(RetryStrategy.BACKOFF);
    assertThat(error.charge()).contains(new Charge(ChargeState.RELEASED, 40));
    assertThat(failure)
        .hasMessageContaining(ID)
        .hasMessageContaining("Start it again with a new Idempotency-Key, or use another model.");
  }

  @Test
  void cancelled_and_expired_are_failures_too() {
    server.answer(
        Answer.of(200, Contract.example("CancelledGeneration")),
        Answer.of(200, Contract.example("ExpiredGeneration")));

    assertThatThrownBy(() -> waymark.generations().await(ID, MINUTE))
        .isInstanceOf(GenerationFailedException.class)
        .hasMessage("Generation " + ID + " is cancelled.");
    assertThatThrownBy(() -> waymark.generations().await(ID, MINUTE))
        .isInstanceOf(GenerationFailedException.class)
        .hasMessageContaining("GENERATION_EXPIRED");
  }

  @Test
  void when_the_limit_is_over_it_says_that_the_generation_goes_on_and_how_to_stop_it() {
    Collections.nCopies(6, PENDING).forEach(server::answer);

    StillRunningException timeout =
        catchThrowableOfType(
            StillRunningException.class,
            () -> waymark.generations().await(ID, Duration.ofSeconds(5)));

    assertThat(timeout)
        .hasMessageContaining("still pending after PT5S. It goes on")
        .hasMessageContaining("cancel(\"" + ID + "\")")
        .hasNoCause();
    assertThat(timeout.lastSeen().orElseThrow().status()).isEqualTo(GenerationStatus.PENDING);
    assertThat(server.received()).hasSize(6);
  }

  @Test
  void a_limit_of_nothing_is_one_look() {
    server.answer(PENDING);

    assertThatThrownBy(() -> waymark.generations().await(ID, Duration.ZERO))
        .isInstanceOf(StillRunningException.class);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_limit_of_for_ever_is_one_too() {
    server.answer(PENDING, COMPLETED);

    Generation completed =
        waymark.generations().await(ID, Duration.ofSeconds(Long.MAX_VALUE)).generation();

    assertThat(completed.status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void a_look_at_a_busy_server_is_taken_again_when_it_says() {
    server.answer(
        Answer.refusal(429, "RATE_LIMIT").with("Retry-After", "7").with("Retry-After-Ms", "6840"),
        Answer.of(502, "<html>Bad Gateway</html>"),
        COMPLETED);

    waymark.generations().await(ID, MINUTE);

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(6840), Duration.ofSeconds(2));
  }

  @Test
  void a_server_that_stays_away_is_given_up_as_the_policy_says() {
    Collections.nCopies(5, Answer.of(503, "")).forEach(server::answer);

    assertThatThrownBy(() -> waymark.generations().await(ID, MINUTE))
        .isInstanceOf(StillRunningException.class)
        .hasMessageContaining(ID)
        .hasCauseInstanceOf(TryLaterException.class);
    assertThat(time.pauses()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void what_was_started_is_named_whatever_comes_after() {
    server.answer(
        Answer.of(202, Contract.example("PendingGeneration")), Answer.refusal(401, "KEY_REVOKED"));

    WaymarkException failure =
        catchThrowableOfType(
            WaymarkException.class,
            () -> waymark.generations().run(GenerationRequest.of("atlas-1", "a lake"), MINUTE));

    assertThat(failure).isInstanceOf(ActionNeededException.class);
    assertThat(failure.generationId()).contains(ID);
  }

  @Test
  void the_limit_of_a_run_is_that_of_its_start_too() {
    server.answer(Answer.refusal(503, "OVERLOADED").with("Retry-After", "30"));

    assertThatThrownBy(() ->
            waymark
                .generations()
                .run(GenerationRequest.of("atlas-1", "a lake"), Duration.ofSeconds(10)))
        .isInstanceOf(TryLaterException.class);
    assertThat(time.pauses()).isEmpty();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_run_without_time_starts_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            waymark
                .generations()
                .run(GenerationRequest.of("atlas-1", "a lake"), Duration.ofSeconds(-1)));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void a_limit_that_ends_while_the_server_is_away_says_what_was_wrong() {
    server.answer(Answer.of(503, ""), Answer.of(503, ""), Answer.of(503, ""));

    assertThatThrownBy(() -> waymark.generations().await(ID, Duration.ofSeconds(2)))
        .isInstanceOf(StillRunningException.class)
        .hasCauseInstanceOf(RefusedException.class);
  }

  @Test
  void a_refusal_that_time_does_not_mend_ends_it_at_once() {
    server.answer(Answer.refusal(404, "GENERATION_NOT_FOUND"));

    assertThatThrownBy(() -> waymark.generations().await(ID, MINUTE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("GENERATION_NOT_FOUND");
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void an_interrupt_ends_it_and_is_not_lost() {
    Poll interrupting =
        (id, left) -> {
          Thread.currentThread().interrupt();
          return new Poll.Seen(pending(), java.util.Optional.empty());
        };

    assertThatThrownBy(() -> new Awaiting(interrupting, time).finished(ID, MINUTE))
        .isInstanceOf(WaymarkInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Generation pending() {
    server.answer(PENDING);
    // Another thread's, for this one is interrupted.
    return java.util.concurrent.CompletableFuture.supplyAsync(() -> waymark.generations().get(ID))
        .join();
  }
}
