package dev.waymark.server.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The way from the queue to the store, whatever the store does. */
class BatchWriterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<LoggedCall> kept = Collections.synchronizedList(new ArrayList<>());

  /** What the store does with a batch. */
  enum Act {
    KEEP,
    AWAY,
    REFUSE,
    BREAK
  }

  @Property(tries = 200)
  void every_call_is_written_once_or_counted_as_lost(
      @ForAll @Size(max = 12) List<Act> acts,
      @ForAll @IntRange(max = 40) int calls,
      @ForAll @IntRange(min = 1, max = 30) int queueSize,
      @ForAll @IntRange(min = 1, max = 10) int batchSize) {
    CallQueue queue = queue(queueSize, batchSize);
    BatchWriter writer = writer(queue, scripted(acts), queueSize, batchSize);
    double before = written() + lost();
    kept.clear();
    double writtenBefore = written();

    writer.start();
    for (int call = 0; call < calls; call++) {
      queue.add(AnyCall.at(NOW));
    }
    writer.stop();

    assertThat(written() + lost() - before).isEqualTo(calls);
    assertThat(kept).doesNotHaveDuplicates().hasSize((int) (written() - writtenBefore));
  }

  @Test
  void a_store_that_comes_back_gets_all_that_waited() {
    CallQueue queue = queue(100, 10);
    BatchWriter writer = writer(queue, scripted(Collections.nCopies(50, Act.AWAY)), 100, 10);
    writer.start();
    for (int call = 0; call < 100; call++) {
      queue.add(AnyCall.at(NOW));
    }
    await(() -> written() == 100);
    writer.stop();

    assertThat(lost()).isZero();
    assertThat(kept).hasSize(100);
  }

  @Test
  void a_batch_that_is_refused_does_not_keep_the_next_ones_waiting() {
    CallQueue queue = queue(100, 1);
    BatchWriter writer = writer(queue, scripted(Collections.nCopies(3, Act.REFUSE)), 100, 1);
    writer.start();
    queue.add(AnyCall.at(NOW));
    queue.add(AnyCall.at(NOW));
    await(() -> written() == 1);
    writer.stop();

    assertThat(lost()).isEqualTo(1);
  }

  @Test
  void adding_never_waits_for_a_store_that_hangs() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch hanging = new CountDownLatch(1);
    CallQueue queue = queue(10, 1);
    BatchWriter writer =
        writer(
            queue,
            batch -> {
              reached.countDown();
              awaitUninterruptibly(hanging);
              kept.addAll(batch);
            },
            10,
            1);
    writer.start();
    queue.add(AnyCall.at(NOW));
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    for (int call = 0; call < 100; call++) {
      queue.add(AnyCall.at(NOW));
    }

    // One is in the writer's hand, ten wait.
    assertThat(lost()).isEqualTo(90);
    hanging.countDown();
    writer.stop();
    assertThat(kept).hasSize(11);
  }

  @Test
  void stopping_twice_or_without_a_start_is_harmless() {
    BatchWriter writer = writer(queue(1, 1), kept::addAll, 1, 1);
    assertThatCode(writer::stop).doesNotThrowAnyException();
    assertThatCode(writer::stop).doesNotThrowAnyException();
  }

  private CallQueue queue(int queueSize, int batchSize) {
    return new CallQueue(settings(queueSize, batchSize), meters);
  }

  private static BatchWriter writer(
      CallQueue queue, CallStore store, int queueSize, int batchSize) {
    return new BatchWriter(queue, store, _ -> Thread.onSpinWait(), settings(queueSize, batchSize));
  }

  private static RequestLogSettings settings(int queueSize, int batchSize) {
    return new RequestLogSettings(
        Duration.ofDays(30), queueSize, batchSize, Duration.ofMillis(1), 100);
  }

  /** Does what is written, batch by batch, and keeps everything after that. */
  private CallStore scripted(List<Act> script) {
    Deque<Act> acts = new ArrayDeque<>(script);
    return batch -> {
      switch (acts.isEmpty() ? Act.KEEP : acts.removeFirst()) {
        case KEEP -> kept.addAll(batch);
        case AWAY -> throw new SQLTransientConnectionException("away", "08001");
        case REFUSE -> throw new SQLException("refused", "42P01");
        case BREAK -> throw new IllegalStateException("broken");
      }
    };
  }

  private double written() {
    return meters.get("waymark.request.log.written").counter().count();
  }

  private double lost() {
    return meters.get("waymark.request.log.lost").counter().count();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
