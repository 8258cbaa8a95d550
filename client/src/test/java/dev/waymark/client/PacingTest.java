package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.transport.Answer;
import dev.waymark.errors.ErrorCode;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PacingTest {

  private static final String ID = "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final GenerationRequest REQUEST = GenerationRequest.of("atlas-1", "a lake");

  private final SteeredTime time = new SteeredTime();
  private final Queue<Answer<byte[]>> answers = new ArrayDeque<>();
  private final List<HttpRequest> sent = new ArrayList<>();

  @Test
  void without_pacing_a_start_waits_as_long_as_the_server_names_and_looks_at_nothing() {
    answers.add(full(ID));
    answers.add(example(202, "PendingGeneration"));

    client(false, RetryPolicy.defaults()).generations().start(REQUEST);

    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2));
    assertThat(sent).extracting(HttpRequest::method).containsExactly("POST", "POST");
  }

  @Test
  void with_pacing_a_start_goes_on_when_one_in_flight_has_finished() {
    answers.add(full(ID));
    answers.add(example(200, "CompletedGeneration"));
    answers.add(example(202, "PendingGeneration"));

    client(true, RetryPolicy.defaults()).generations().start(REQUEST);

    assertThat(time.pauses()).isEmpty();
    assertThat(sent).extracting(HttpRequest::method).containsExactly("POST", "GET", "POST");
    assertThat(sent.get(1).uri().getPath()).endsWith("/api/v1/generations/" + ID);
    assertThat(sent.get(1).headers().firstValue("Prefer")).contains("wait=5");
    assertThat(sent.get(2).headers().firstValue("X-Attempt")).contains("2");
    assertThat(sent.get(2).headers().firstValue("Idempotency-Key"))
        .isEqualTo(sent.get(0).headers().firstValue("Idempotency-Key"));
  }

  @Test
  void refusals_after_which_one_has_finished_use_up_no_attempts() {
    for (int refusal = 0; refusal < 20; refusal++) {
      answers.add(full("gen_" + refusal));
      answers.add(example(200, "CompletedGeneration"));
    }
    answers.add(example(202, "PendingGeneration"));

    Generation started =
        client(true, RetryPolicy.defaults().withAttempts(2)).generations().start(REQUEST);

    assertThat(started.id()).isEqualTo(ID);
  }

  @Test
  void a_server_that_goes_on_naming_what_has_finished_is_asked_as_often_as_any() {
    answers.add(full(ID));
    answers.add(example(200, "CompletedGeneration"));
    for (int refusal = 0; refusal < 3; refusal++) {
      answers.add(full(ID));
    }

    WaitForEventException failure =
        catchThrowableOfType(
            WaitForEventException.class,
            () ->
                client(true, RetryPolicy.defaults().withAttempts(3)).generations().start(REQUEST));

    assertThat(failure.attempts().reason()).isEqualTo(GaveUp.ATTEMPTS_USED);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(sent)
        .extracting(HttpRequest::method)
        .containsExactly("POST", "GET", "POST", "POST", "POST");
  }

  @Test
  void refusals_after_which_nothing_can_be_seen_use_up_the_attempts() {
    for (int refusal = 0; refusal < 3; refusal++) {
      answers.add(full(ID));
      answers.add(example(404, "GENERATION_NOT_FOUND"));
    }

    WaitForEventException failure =
        catchThrowableOfType(
            WaitForEventException.class,
            () ->
                client(true, RetryPolicy.defaults().withAttempts(3)).generations().start(REQUEST));

    assertThat(failure.attempts().reason()).isEqualTo(GaveUp.ATTEMPTS_USED);
    assertThat(failure.attempts().count()).isEqualTo(3);
    assertThat(time.pauses()).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void a_call_for_which_there_is_no_room_in_its_time_says_that_nothing_was_sent() {
    answers.add(lastOf(1));
    WaymarkClient waymark =
        client(true, RetryPolicy.defaults().withDeadline(Duration.ofSeconds(30)));
    waymark.generations().get(ID);

    NotSentException failure =
        catchThrowableOfType(NotSentException.class, () -> waymark.generations().start(REQUEST));

    assertThat(failure)
        .hasMessageStartingWith("Nothing was sent: POST ")
        .hasMessageContaining("the key's rate limit leaves no room within the call's time")
        .hasMessageContaining("deadline of the RetryPolicy");
    assertThat(failure.attempts())
        .isEqualTo(new Attempts(0, Duration.ZERO, GaveUp.DEADLINE, false));
    assertThat(failure.idempotencyKey()).isPresent();
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_start_that_is_interrupted_before_it_is_sent_says_that_nothing_was() {
    WaymarkClient waymark = client(true, RetryPolicy.defaults());

    assertThat(interrupted(() -> waymark.generations().start(REQUEST)))
        .isEqualTo(new Attempts(0, Duration.ZERO, GaveUp.INTERRUPTED, false));
    assertThat(sent).isEmpty();
  }

  @Test
  void a_call_that_is_interrupted_while_it_waits_for_room_says_that_nothing_was_sent() {
    answers.add(lastOf(1));
    WaymarkClient waymark = client(true, RetryPolicy.defaults());
    waymark.generations().get(ID);

    assertThat(interrupted(() -> waymark.generations().get(ID)))
        .isEqualTo(new Attempts(0, Duration.ZERO, GaveUp.INTERRUPTED, false));
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_call_that_has_no_room_for_its_next_attempt_ends_as_its_last_one_did() {
    answers.add(lastOf(2));
    answers.add(answer(503, "", Map.of()));
    WaymarkClient waymark =
        client(true, RetryPolicy.defaults().withDeadline(Duration.ofSeconds(30)));
    waymark.generations().get(ID);

    TryLaterException failure =
        catchThrowableOfType(TryLaterException.class, () -> waymark.generations().start(REQUEST));

    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.attempts().count()).isEqualTo(1);
    assertThat(failure.attempts().reason()).isEqualTo(GaveUp.DEADLINE);
    assertThat(failure.attempts().outcomeUnknown()).isTrue();
  }

  @Test
  void an_await_that_has_no_room_in_its_time_is_one_that_took_too_long() {
    answers.add(lastOf(1));
    WaymarkClient waymark = client(true, RetryPolicy.defaults());
    waymark.generations().get(ID);

    StillRunningException failure =
        catchThrowableOfType(
            StillRunningException.class,
            () -> waymark.generations().await(ID, Duration.ofSeconds(10)));

    assertThat(failure).hasCauseInstanceOf(NotSentException.class);
  }

  private static Attempts interrupted(ThrowingCallable call) {
    Thread.currentThread().interrupt();
    try {
      return catchThrowableOfType(WaymarkInterruptedException.class, call).attempts();
    } finally {
      assertThat(Thread.interrupted()).as("it is not lost").isTrue();
    }
  }

  private WaymarkClient client(boolean pacing, RetryPolicy policy) {
    return WaymarkClient.builder()
        .baseUrl("http://127.0.0.1:1")
        .key("wm_test_secret")
        .retryPolicy(policy)
        .pacing(pacing)
        .time(time)
        .random(() -> 0)
        .exchange((request, limit) -> {
          sent.add(request);
          return answers.remove();
        })
        .build();
  }

  private static Answer<byte[]> full(String running) {
    ObjectNode body = Contract.example("CONCURRENCY_LIMIT");
    body.putArray("running").add(running);
    return answer(
        429,
        Contract.text(body),
        Map.of(
            "X-Error-Code", ErrorCode.CONCURRENCY_LIMIT.name(),
            "X-Should-Retry", "true",
            "Retry-After", "2",
            "Retry-After-Ms", "2000"));
  }

  /** The answer to a call that was the last one for which there was room. */
  private static Answer<byte[]> lastOf(int limit) {
    return answer(
        200,
        Contract.text(Contract.example("PendingGeneration")),
        Map.of("X-RateLimit-Limit", "" + limit, "X-RateLimit-Remaining", "" + (limit - 1)));
  }

  private static Answer<byte[]> example(int status, String name) {
    return answer(status, Contract.text(Contract.example(name)), Map.of());
  }

  private static Answer<byte[]> answer(int status, String body, Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new Answer<>(status, HttpHeaders.of(lists, (name, value) -> true), body.getBytes(UTF_8));
  }
}
