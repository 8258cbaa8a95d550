package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.Seams;
import dev.waymark.client.UnansweredException;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.retry.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Many threads share one budget of retries. */
final class OutageTest {

  private static final int THREADS = 16;

  @Property(tries = 50)
  void an_outage_is_not_multiplied_beyond_the_budget(
      @ForAll @IntRange(max = 40) int budget,
      @ForAll @IntRange(min = 1, max = 20) int calls,
      @ForAll @IntRange(min = 2, max = 6) int attempts)
      throws Exception {
    AtomicInteger sent = new AtomicInteger();
    RetryPolicy policy = RetryPolicy.defaults().withAttempts(attempts).withBudget(budget);
    try (WaymarkClient client =
        new Seams("http://127.0.0.1:1", VirtualStage.KEY, policy, Duration.ofSeconds(1))
            .time(new NoTime(), () -> 0)
            .exchange((request, limit) -> {
              sent.incrementAndGet();
              throw new IOException("Connection reset");
            })
            .client()) {
      inAllThreads(() -> {
        for (int call = 0; call < calls; call++) {
          try {
            client.account().get();
          } catch (UnansweredException expected) {
            assertThat(expected.attempts().count()).isLessThanOrEqualTo(attempts);
          }
        }
        return sent;
      });
    }

    int first = THREADS * calls;
    int wanted = first * (attempts - 1);
    assertThat(sent.get()).isEqualTo(first + Math.min(budget, wanted));
  }

  private static void inAllThreads(Callable<?> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        all.add(threads.submit(work));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nobody waits. */
  private static final class NoTime implements Time {

    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration duration) {}
  }
}
