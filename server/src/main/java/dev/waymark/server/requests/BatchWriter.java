package dev.waymark.server.requests;

import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the answered calls in batches, the oldest first, each within {@code
 * waymark.requests.flush-interval} as long as the database keeps up.
 *
 * <p>While the database is away, the batch in hand is tried again and again, and the queue behind
 * it fills; what no longer finds room is lost. A batch that the database refuses is tried {@value
 * #ATTEMPTS_AT_REFUSED} times. On stop everything that waits is tried once more, within a bound.
 */
@Singleton
final class BatchWriter implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
  private static final int ATTEMPTS_AT_REFUSED = 3;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

  /** A wait for a connection, and a little for the writing. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(8);

  private final CallQueue queue;
  private final CallStore store;
  private final Pause pause;
  private final RequestLogSettings settings;
  private final List<LoggedCall> batch = new ArrayList<>();
  private int refusals;
  private boolean failing;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  BatchWriter(CallQueue queue, CallStore store, Pause pause, RequestLogSettings settings) {
    this.queue = queue;
    this.store = store;
    this.pause = pause;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    // A platform thread: an interrupt would close the connection under a virtual one that waits for
    // the database.
    thread = Thread.ofPlatform().daemon().name("request-log").start(this::run);
  }

  private void run() {
    try {
      while (!stopping) {
        gather();
        if (!batch.isEmpty() && !write()) {
          pause.sleep(RETRY_PAUSE);
        }
      }
    } catch (InterruptedException e) {
      // The grace is over, or was not needed.
    }
    writeRest();
  }

  /** Returns with a batch, or with none after an interval without calls. */
  private void gather() throws InterruptedException {
    if (batch.isEmpty()) {
      LoggedCall first = queue.poll(settings.flushInterval());
      if (first == null) {
        return;
      }
      batch.add(first);
      if (queue.size() < settings.batchSize()) {
        pause.sleep(settings.flushInterval());
      }
    }
    queue.drainTo(batch, settings.batchSize());
  }

  /** Writes what is in hand; false if it is still in hand, for another attempt. */
  private boolean write() {
    try {
      store.keep(batch);
      queue.written(batch.size());
      failing = false;
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      tell(e);
      refusals = isRefused(e) ? refusals + 1 : 0;
      if (refusals < ATTEMPTS_AT_REFUSED) {
        return false;
      }
      queue.lost(batch.size());
    }
    refusals = 0;
    batch.clear();
    return true;
  }

  /** Once, for as long as nothing can be written. */
  private void tell(Throwable failure) {
    if (!failing) {
      failing = true;
      LOG.warn("The request log cannot be written at the moment: {}", failure.toString());
    }
  }

  /** Whether the database is there and does not want this: data, constraints, tables. */
  private static boolean isRefused(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof SQLException refusal && refusal.getSQLState() != null) {
        return refusal.getSQLState().matches("(22|23|42).*");
      }
      cause = cause.getCause();
    }
    return false;
  }

  private void writeRest() {
    queue.drainTo(batch, settings.batchSize());
    while (!batch.isEmpty() && write()) {
      queue.drainTo(batch, settings.batchSize());
    }
    int rest = batch.size() + queue.size();
    if (rest > 0) {
      queue.lost(rest);
      LOG.warn("{} calls are not in the request log: the server stops", rest);
    }
  }

  @Override
  public synchronized void stop() {
    stopping = true;
    if (thread != null) {
      try {
        if (!thread.join(STOP_GRACE)) {
          LOG.warn("{} calls and more are not in the request log: the server stops", queue.size());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
