package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** See {@link AsyncTest}. */
@Timeout(60)
final class AsyncClosingTest {

  private static final Answer ACCOUNT = Answer.of(200, Contract.answer("get", "/api/v1/account"));

  private static final boolean CLOSES = Runtime.version().feature() >= 21;

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void after_closing_no_call_begins_and_closing_again_does_nothing() {
    WaymarkClient waymark = server.client().build();

    waymark.close();
    waymark.close();

    assertThatIllegalStateException().isThrownBy(() -> waymark.account().get());
    assertThatThrownBy(() -> waymark.async().account().get().get())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(server.received()).isEmpty();
  }

  /** The retry too belongs to the call that runs. */
  @Test
  void a_call_that_runs_may_end_with_all_its_attempts() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server.answer(Answer.of(503, ""), ACCOUNT);
    WaymarkClient waymark =
        server
            .client()
            .retryPolicy(
                RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(1)))
            .listener(retrying -> {
              refused.countDown();
              await(goOn);
            })
            .build();
    CompletableFuture<Account> call = waymark.async().account().get();
    refused.await();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(waymark::close);
    awaitRefusing(waymark);
    assertThat(closing).isNotDone();
    goOn.countDown();

    assertThat(call.get().id()).isNotEmpty();
    closing.get();
    assertThat(server.received()).hasSize(2);
  }

  /** An await is one call, however often it looks. */
  @Test
  void an_await_that_runs_may_look_again() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server.answer(
        Answer.of(503, ""),
        Answer.of(200, Contract.example("PendingGeneration")),
        Answer.of(200, Contract.example("CompletedGeneration")));
    WaymarkClient waymark =
        server
            .client()
            .retryPolicy(
                RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(1)))
            .listener(retrying -> {
              refused.countDown();
              await(goOn);
            })
            .build();
    CompletableFuture<CompletedGeneration> call =
        waymark.async().generations().await("gen_1", Duration.ofSeconds(30));
    refused.await();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(waymark::close);
    awaitRefusing(waymark);
    goOn.countDown();

    assertThat(call.get().generation().status()).isEqualTo(GenerationStatus.COMPLETED);
    closing.get();
  }

  @Test
  void an_interrupt_of_the_closing_breaks_the_calls_off() throws Exception {
    server.answer(ACCOUNT.hangingBefore(1_000_000));
    WaymarkClient waymark = server.client().build();
    CompletableFuture<Account> call = waymark.async().account().get();
    server.awaitReceived(1);

    Thread.currentThread().interrupt();
    waymark.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> waymark.account().get());
    assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(WaymarkException.class);
  }

  @Test
  void who_closes_from_within_a_call_does_not_wait_for_itself() {
    server.answer(Answer.of(503, ""), ACCOUNT);
    CompletableFuture<WaymarkClient> self = new CompletableFuture<>();
    WaymarkClient waymark =
        server
            .client()
            .retryPolicy(
                RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(1)))
            .listener(retrying -> self.join().close())
            .build();
    self.complete(waymark);

    assertThatThrownBy(() -> waymark.account().get()).isInstanceOf(UnansweredException.class);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void no_thread_is_left() throws Exception {
    for (int n = 0; n < 20; n++) {
      server.answer(ACCOUNT);
    }
    List<Thread> before = threads();
    WaymarkClient waymark = server.client().build();
    List<CompletableFuture<Account>> calls =
        IntStream.range(0, 20).mapToObj(n -> waymark.async().account().get()).toList();
    CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).get();
    assertThat(ofClients(before)).isNotEmpty();

    waymark.close();

    for (Thread thread : ofClients(before)) {
      thread.join(10_000);
    }
    assertThat(ofClients(before)).isEmpty();
  }

  /** Our own, and those of the JDK's client, which can be closed since Java 21. */
  private static List<Thread> ofClients(List<Thread> before) {
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread ->
            thread.getName().startsWith("waymark-")
                || (CLOSES && thread.getName().startsWith("HttpClient-")))
        .toList();
  }

  private static List<Thread> threads() {
    return List.copyOf(Thread.getAllStackTraces().keySet());
  }

  /** Until the closing has begun; a call without an id is refused before anything is sent. */
  private static void awaitRefusing(WaymarkClient waymark) {
    AsyncGenerations generations = waymark.async().generations();
    while (!(generations.get(" ").handle((got, failure) -> failure).join()
        instanceof IllegalStateException)) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
