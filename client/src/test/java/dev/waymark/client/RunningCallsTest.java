package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RunningCallsTest {

  /** Whenever it is closed, and however deep the calls are made of others. */
  @Property(tries = 200)
  void when_closing_returns_no_call_runs_and_none_begins(
      @ForAll @IntRange(min = 1, max = 6) int threads,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(max = 50) int callsBeforeClosing)
      throws InterruptedException {
    RunningCalls calls = new RunningCalls();
    AtomicInteger active = new AtomicInteger();
    CountDownLatch made = new CountDownLatch(callsBeforeClosing);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<Void>> callers =
          IntStream.range(0, threads)
              .mapToObj(n ->
                  CompletableFuture.runAsync(
                      () -> callUntilClosed(calls, depth, active, made), pool))
              .toList();
      made.await();

      calls.close();

      assertThat(active).hasValue(0);
      callers.forEach(CompletableFuture::join);
      assertThat(active).hasValue(0);
      assertThatIllegalStateException().isThrownBy(() -> calls.call(() -> 1));
      calls.close();
    } finally {
      pool.shutdownNow();
    }
  }

  @Example
  void a_call_that_failed_has_ended() throws InterruptedException {
    RunningCalls calls = new RunningCalls();

    assertThatIllegalStateException()
        .isThrownBy(() ->
            calls.call(() -> {
              throw new IllegalStateException("its own");
            }))
        .withMessage("its own");

    calls.close();
  }

  /** What has begun may go on: nothing inside of it is refused. */
  private static void callUntilClosed(
      RunningCalls calls, int depth, AtomicInteger active, CountDownLatch made) {
    while (true) {
      try {
        calls.begin();
      } catch (IllegalStateException closed) {
        return;
      }
      active.incrementAndGet();
      calls.within(() -> nested(calls, depth));
      made.countDown();
      active.decrementAndGet();
      calls.end();
    }
  }

  private static int nested(RunningCalls calls, int depth) {
    return depth == 0 ? 0 : calls.call(() -> 1 + nested(calls, depth - 1));
  }
}
