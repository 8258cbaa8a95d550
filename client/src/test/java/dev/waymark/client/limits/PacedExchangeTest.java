package dev.waymark.client.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Exchange;
import dev.waymark.client.transport.InterruptedBeforeSending;
import dev.waymark.client.transport.NotInTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

final class PacedExchangeTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofMinutes(1).plusMillis(60);
  private static final HttpRequest CALL =
      HttpRequest.newBuilder(URI.create("http://127.0.0.1/api/v1/models"))
          .header("Authorization", "Bearer wm_test_key")
          .build();

  private final PassingTime time = new PassingTime();
  private final Queue<Exchange> script = new ArrayDeque<>();
  private final List<Duration> sent = new ArrayList<>();
  private final PacedExchange paced =
      new PacedExchange(
          (request, limit) -> {
            sent.add(time.elapsed());
            return script.remove().send(request, limit);
          },
          time);

  @Test
  void a_call_for_which_there_is_no_room_waits_until_there_is() throws Exception {
    script.addAll(List.of(told(2, 1), told(2, 0), told(2, 0)));
    Duration begin = time.elapsed();

    for (int call = 0; call < 3; call++) {
      paced.send(CALL, LONG);
    }

    assertThat(sent).containsExactly(begin, begin, begin.plus(WINDOW));
  }

  @Test
  void what_it_waits_is_taken_from_the_time_that_the_call_has() throws Exception {
    List<Duration> limits = new ArrayList<>();
    script.addAll(
        List.of(
            told(1, 0),
            (request, limit) -> {
              limits.add(limit);
              return told(1, 0).send(request, limit);
            }));

    paced.send(CALL, LONG);
    paced.send(CALL, LONG);

    assertThat(limits).containsExactly(LONG.minus(WINDOW));
  }

  @Test
  void a_call_that_would_wait_for_too_long_fails_at_once() throws Exception {
    script.add(told(1, 0));
    paced.send(CALL, LONG);
    Duration before = time.elapsed();

    assertThatThrownBy(() -> paced.send(CALL, Duration.ofMinutes(1))).isInstanceOf(NotInTime.class);
    assertThat(time.elapsed()).isEqualTo(before);
    assertThat(sent).hasSize(1);
  }

  @Test
  void after_a_rate_limit_nobody_calls_before_the_moment_that_it_names() throws Exception {
    script.addAll(
        List.of(
            told(10, 9),
            answer(
                429,
                Map.of("X-Error-Code", "RATE_LIMIT", "Retry-After", "7", "Retry-After-Ms", "6840")),
            told(10, 9)));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    paced.send(CALL, LONG);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin, begin.plusMillis(6840));
  }

  @Test
  void a_proxy_that_asks_for_days_of_silence_gets_two_minutes() throws Exception {
    script.addAll(List.of(told(10, 9), answer(429, Map.of("Retry-After", "410400")), told(10, 9)));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    paced.send(CALL, LONG);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin, begin.plusSeconds(120));
  }

  @Test
  void other_limits_do_not_stop_other_calls() throws Exception {
    script.addAll(
        List.of(
            answer(
                429,
                Map.of(
                    "X-Error-Code", "CONCURRENCY_LIMIT",
                    "Retry-After", "2",
                    "X-RateLimit-Limit", "10",
                    "X-RateLimit-Remaining", "9")),
            told(10, 8)));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin);
  }

  @Test
  void a_call_that_got_no_answer_counts_unless_it_never_left() throws Exception {
    script.addAll(
        List.of(
            told(2, 1),
            failing(new ConnectException()),
            failing(new HttpTimeoutException("")),
            told(2, 0)));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    assertThatThrownBy(() -> paced.send(CALL, LONG)).isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> paced.send(CALL, LONG)).isInstanceOf(HttpTimeoutException.class);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin, begin, begin.plus(WINDOW));
  }

  @Test
  void a_call_that_fails_in_whatever_way_gives_its_slot_back_after_a_window() throws Exception {
    script.addAll(
        List.of(
            told(1, 0),
            (request, limit) -> {
              throw new IllegalStateException("closed");
            },
            told(1, 0)));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    assertThatThrownBy(() -> paced.send(CALL, LONG)).isInstanceOf(IllegalStateException.class);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin.plus(WINDOW), begin.plus(WINDOW).plus(WINDOW));
  }

  @Test
  void a_refusal_that_does_not_count_takes_no_room() throws Exception {
    script.addAll(
        List.of(
            told(1, 0),
            answer(401, Map.of("X-Error-Code", "KEY_REVOKED")),
            answer(401, Map.of("X-Error-Code", "KEY_REVOKED"))));
    Duration begin = time.elapsed();

    paced.send(CALL, LONG);
    paced.send(CALL, LONG);
    paced.send(CALL, LONG);

    assertThat(sent).containsExactly(begin, begin.plus(WINDOW), begin.plus(WINDOW));
  }

  @Test
  void a_call_without_a_key_does_not_wait() throws Exception {
    HttpRequest keyless = HttpRequest.newBuilder(CALL.uri()).build();
    script.addAll(List.of(told(1, 0), told(1, 0), told(1, 0)));
    paced.send(CALL, LONG);
    Duration before = time.elapsed();

    paced.send(keyless, LONG);
    paced.send(keyless, LONG);

    assertThat(time.elapsed()).isEqualTo(before);
  }

  @Test
  void those_that_wait_go_in_the_order_in_which_they_came() throws Exception {
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    Exchange oneAtATime = inTurn(answers, arrived);
    List<Beside<Integer>> callers = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      callers.add(
          name.equals("a")
              ? Beside.of(() -> oneAtATime.send(named(name), LONG).status())
              : Beside.waiting(() -> oneAtATime.send(named(name), LONG).status()));
      while (arrived.isEmpty()) {
        Thread.onSpinWait();
      }
    }

    for (Beside<Integer> caller : callers) {
      answers.put("go on");
      assertThat(caller.result()).isEqualTo(502);
    }
    assertThat(arrived).containsExactly("a", "b", "c", "d");
  }

  @Test
  void an_interrupt_ends_the_wait_at_once_and_holds_nobody_up() throws Exception {
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    Exchange oneAtATime = inTurn(answers, arrived);
    Beside<Integer> first = Beside.of(() -> oneAtATime.send(named("a"), LONG).status());
    while (arrived.isEmpty()) {
      Thread.onSpinWait();
    }
    Beside<Integer> interrupted = Beside.waiting(() -> oneAtATime.send(named("b"), LONG).status());
    Beside<Integer> last = Beside.waiting(() -> oneAtATime.send(named("c"), LONG).status());

    interrupted.interrupt();

    assertThatThrownBy(interrupted::result)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedBeforeSending.class);
    answers.put("go on");
    answers.put("go on");
    assertThat(first.result()).isEqualTo(502);
    assertThat(last.result()).isEqualTo(502);
    assertThat(arrived).containsExactly("a", "c");
  }

  /** Its answers tell of no limit, so that one call is under way at a time. */
  private static Exchange inTurn(SynchronousQueue<String> answers, List<String> arrived) {
    return new PacedExchange(
        (request, limit) -> {
          arrived.add(request.uri().getPath().substring(1));
          answers.take();
          return answer(502, Map.of()).send(request, limit);
        },
        Time.ofTheMachine());
  }

  private static HttpRequest named(String name) {
    return HttpRequest.newBuilder(CALL, (header, value) -> true)
        .uri(URI.create("http://127.0.0.1/" + name))
        .build();
  }

  private static Exchange told(int limit, int remaining) {
    return answer(
        200, Map.of("X-RateLimit-Limit", "" + limit, "X-RateLimit-Remaining", "" + remaining));
  }

  private static Exchange failing(IOException failure) {
    return (request, limit) -> {
      throw failure;
    };
  }

  private static Exchange answer(int status, Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return (request, limit) ->
        new Answer<>(status, HttpHeaders.of(lists, (name, value) -> true), new byte[0]);
  }
}
