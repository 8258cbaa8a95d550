package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.client.OutputServer.Fault;
import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.retry.CallListener;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What closing means for a call that another thread waits for, and for one that closes. */
@Timeout(60)
final class ClosingTest {

  private static final GenerationRequest FOX =
      GenerationRequest.of("mosaic-1", "a fox in an autumn forest");

  private final byte[] picture = picture();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OutputServer outputs = new OutputServer(picture);
  private final ScriptedServer server = new ScriptedServer();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @AfterEach
  void stop() {
    outputs.close();
    server.close();
    threads.shutdownNow();
  }

  @Test
  void a_download_into_a_file_may_end_with_all_its_attempts() throws Exception {
    outputs.then(Fault.CUT, 50_000);

    byte[] file =
        whileClosing(waymark ->
            read(waymark.outputs().download(outputs.generation(), folder.resolve("lake.png"))));

    assertThat(file).isEqualTo(picture);
  }

  @Test
  void a_download_into_memory_may_end_with_all_its_attempts() throws Exception {
    outputs.then(Fault.CUT, 50_000);

    assertThat(whileClosing(waymark -> waymark.outputs().bytes(outputs.generation())))
        .isEqualTo(picture);
  }

  @Test
  void an_output_that_is_being_opened_may_be_opened() throws Exception {
    outputs.then(Fault.REFUSE, 0);

    assertThat(
            whileClosing(waymark -> {
              try (InputStream output = waymark.outputs().open(outputs.generation())) {
                return output.readAllBytes();
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            }))
        .isEqualTo(picture);
  }

  @Test
  void a_start_that_was_closed_over_tells_what_is_known_and_its_key() {
    server.answer(Answer.of(202, "{").cutOffBefore(1000));

    AnswerUnknownException failure =
        catchThrowableOfType(
            AnswerUnknownException.class, () -> closingAfterFirst().generations().start(FOX));

    assertThat(failure.idempotencyKey()).contains(server.last().header("Idempotency-Key"));
    assertThat(failure.attempts().reason()).isEqualTo(GaveUp.WOULD_NOT_HELP);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_start_that_was_refused_before_it_was_closed_over_has_not_started() {
    server.answer(Answer.refusal(429, "RATE_LIMIT").with("Retry-After", "0"));

    NotSentException failure =
        catchThrowableOfType(
            NotSentException.class, () -> closingAfterFirst().generations().start(FOX));

    assertThat(failure.next()).contains("another one");
    assertThat(failure.idempotencyKey()).contains(server.last().header("Idempotency-Key"));
    assertThat(server.received()).hasSize(1);
  }

  /** Closes between the first attempt and the second. */
  private byte[] whileClosing(Function<WaymarkClient, byte[]> call) throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    WaymarkClient waymark =
        client(
            outputs.url(),
            retrying -> {
              failed.countDown();
              await(goOn);
            });
    CompletableFuture<byte[]> bytes =
        CompletableFuture.supplyAsync(() -> call.apply(waymark), threads);
    failed.await();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(waymark::close, threads);
    while (!isRefusing(waymark)) {
      Thread.onSpinWait();
    }
    goOn.countDown();

    byte[] all = bytes.get();
    closing.get();
    return all;
  }

  private WaymarkClient closingAfterFirst() {
    CompletableFuture<WaymarkClient> self = new CompletableFuture<>();
    self.complete(client(server.url(), retrying -> self.join().close()));
    return self.join();
  }

  private static WaymarkClient client(String url, CallListener listener) {
    return WaymarkClient.builder()
        .baseUrl(url)
        .key("wm_test_secret")
        .retryPolicy(RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(1)))
        .listener(listener)
        .build();
  }

  /** A call without an id is refused before anything is sent. */
  private static boolean isRefusing(WaymarkClient waymark) {
    return waymark.async().generations().get(" ").handle((got, failure) -> failure).join()
        instanceof IllegalStateException;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] picture() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
