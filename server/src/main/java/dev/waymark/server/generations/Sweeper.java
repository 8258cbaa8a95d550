package dev.waymark.server.generations;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import dev.waymark.server.idempotency.IdempotencyRecords;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.outputs.OutputStore;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what is over: generations past their age, outputs past their retention, idempotency records
 * past theirs. Several nodes may sweep at once; each thing is ended once.
 */
@Singleton
final class Sweeper implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int EXPIRED_AT_ONCE = 1000;
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);

  private final Jdbi jdbi;
  private final Ending ending;
  private final RunningJobs running;
  private final OutputStore outputs;
  private final IdempotencyRecords idempotency;
  private final Clock clock;
  private final Pause pause;
  private final Duration maxAge;
  private final Duration interval;
  private @Nullable Thread thread;

  Sweeper(
      Jdbi jdbi,
      Ending ending,
      RunningJobs running,
      OutputStore outputs,
      IdempotencyRecords idempotency,
      Clock clock,
      Pause pause,
      GenerationSettings generations,
      SweeperSettings settings) {
    this.jdbi = jdbi;
    this.ending = ending;
    this.running = running;
    this.outputs = outputs;
    this.idempotency = idempotency;
    this.clock = clock;
    this.pause = pause;
    this.maxAge = generations.maxAge();
    this.interval = settings.interval();
  }

  @Override
  public synchronized void start() {
    // A platform thread: an interrupt would close the connection under a virtual one that waits for
    // the database.
    thread = Thread.ofPlatform().daemon().name("sweeper").start(this::run);
  }

  private void run() {
    while (true) {
      try {
        sweep();
      } catch (RuntimeException e) {
        // The next round tries again; a sweeper that died would let things pile up for ever.
        LOG.error("a sweep failed", e);
      }
      try {
        pause.sleep(interval);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean expireOne() {
    ApiError error = Errors.generationExpired(maxAge.toSeconds()).error();
    Optional<GenerationId> expired = ending.expireOne(clock.instant().minus(maxAge), error);
    expired.ifPresent(id -> {
      running.stop(id);
      LOG.info("{}: expired", id);
    });
    return expired.isPresent();
  }

  void sweep() {
    int expired = 0;
    while (expired < EXPIRED_AT_ONCE && expireOne()) {
      expired++;
    }
    jdbi.useTransaction(tx -> {
      outputs.purge(tx);
      idempotency.purge(tx);
    });
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(STOP_GRACE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
