package dev.waymark.server.requests;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answered calls on their way to the database, at most {@code waymark.requests.queue-size} of them.
 * What finds it full is lost, and counted: each call that was added is, in the end, either written
 * or lost.
 */
@Singleton
final class CallQueue {
  private final BlockingQueue<LoggedCall> waiting;
  private final Counter written;
  private final Counter lost;

  CallQueue(RequestLogSettings settings, MeterRegistry meters) {
    waiting = new ArrayBlockingQueue<>(settings.queueSize());
    written =
        Counter.builder("waymark.request.log.written")
            .description("Answered calls that were put into the request log.")
            .register(meters);
    lost =
        Counter.builder("waymark.request.log.lost")
            .description("Calls that were answered and could not be put into the request log.")
            .register(meters);
    Gauge.builder("waymark.request.log.queued", waiting, BlockingQueue::size)
        .description("Answered calls that wait to be put into the request log.")
        .register(meters);
  }

  /** Returns at once. */
  void add(LoggedCall call) {
    if (!waiting.offer(call)) {
      lost.increment();
    }
  }

  /** The oldest call, waited for at most that long. */
  @Nullable LoggedCall poll(Duration longest) throws InterruptedException {
    return waiting.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Moves the oldest calls into the batch until it holds {@code most}, or none waits any more. */
  void drainTo(List<LoggedCall> batch, int most) {
    waiting.drainTo(batch, most - batch.size());
  }

  int size() {
    return waiting.size();
  }

  void written(int calls) {
    written.increment(calls);
  }

  void lost(int calls) {
    lost.increment(calls);
  }
}
