package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs twice: on the threads of Java 17 and, with {@code waymark.threads}, on those of Java 21. */
@Timeout(60)
final class AsyncTest {

  private static final Answer ACCOUNT = Answer.of(200, Contract.answer("get", "/api/v1/account"));

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_future_brings_what_the_method_of_the_same_name_returns() throws Exception {
    server.answer(ACCOUNT, ACCOUNT);
    try (WaymarkClient waymark = server.client().build()) {
      Account account = waymark.async().account().get().get();

      assertThat(account).isEqualTo(waymark.account().get());
    }
  }

  @Test
  void what_the_method_would_throw_completes_the_future() {
    server.answer(Answer.refusal(404, "GENERATION_NOT_FOUND"));
    try (WaymarkClient waymark = server.client().build()) {
      assertThatThrownBy(() -> waymark.async().generations().get("gen_1").get())
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(InvalidRequestException.class);
      assertThatThrownBy(() -> waymark.async().generations().get(" ").get())
          .cause()
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void calls_run_on_threads_that_do_not_keep_the_jvm_alive() throws Exception {
    server.answer(ACCOUNT.hangingBefore(1_000_000));
    try (WaymarkClient waymark = server.client().build()) {
      CompletableFuture<Account> call = waymark.async().account().get();
      CompletableFuture<Thread> ranOn = call.handle((account, failure) -> Thread.currentThread());
      server.awaitReceived(1);
      server.close();
      Thread thread = ranOn.get();

      assertThat(thread.getName()).startsWith("waymark-call-");
      assertThat(thread.isDaemon()).isTrue();
      boolean virtual = "virtual".equals(System.getProperty("waymark.threads"));
      assertThat(thread.toString().startsWith("VirtualThread")).isEqualTo(virtual);
    }
  }

  @Test
  void many_calls_run_at_once() throws Exception {
    int many = 200;
    IntStream.range(0, many).forEach(n -> server.answer(ACCOUNT));
    try (WaymarkClient waymark = server.client().build()) {
      List<CompletableFuture<Account>> calls =
          IntStream.range(0, many).mapToObj(n -> waymark.async().account().get()).toList();

      CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).get();
      assertThat(server.received()).hasSize(many);
    }
  }

  @Test
  void cancelling_gives_up_an_answer_that_hangs() {
    server.answer(ACCOUNT.hangingBefore(1_000_000));
    WaymarkClient waymark = server.client().build();
    CompletableFuture<Account> call = waymark.async().account().get();
    server.awaitReceived(1);

    assertThat(call.cancel(true)).isTrue();

    // Its timeout is a minute: this ends before only because the exchange was given up.
    long begin = System.nanoTime();
    waymark.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    assertThatThrownBy(call::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancelling_ends_a_retry_that_waits_and_nothing_more_is_sent() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    server.answer(Answer.refusal(429, "RATE_LIMIT").with("Retry-After", "100"), ACCOUNT);
    WaymarkClient waymark =
        server
            .client()
            .retryPolicy(RetryPolicy.defaults())
            .listener(retrying -> waiting.countDown())
            .build();
    CompletableFuture<Account> call = waymark.async().account().get();
    waiting.await();

    call.cancel(true);
    waymark.close();

    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_future_that_times_out_ends_its_call_too() {
    server.answer(ACCOUNT.hangingBefore(1_000_000));
    WaymarkClient waymark = server.client().build();
    CompletableFuture<Account> call =
        waymark.async().account().get().orTimeout(50, TimeUnit.MILLISECONDS);

    assertThatThrownBy(call::get).hasCauseInstanceOf(TimeoutException.class);
    long begin = System.nanoTime();
    waymark.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void an_interrupt_meant_for_a_call_does_not_reach_another() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    server.answer(Answer.refusal(429, "RATE_LIMIT").with("Retry-After", "100"), ACCOUNT);
    try (WaymarkClient waymark =
        server
            .client()
            .retryPolicy(RetryPolicy.defaults())
            .listener(retrying -> waiting.countDown())
            .build()) {
      CompletableFuture<Account> cancelled = waymark.async().account().get();
      waiting.await();
      cancelled.cancel(true);

      boolean interrupted =
          waymark
              .async()
              .account()
              .get()
              .thenApply(account -> Thread.currentThread().isInterrupted())
              .get();
      assertThat(interrupted).isFalse();
    }
  }
}
