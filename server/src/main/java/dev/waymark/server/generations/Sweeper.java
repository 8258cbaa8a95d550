package dev.waymark.server.generations;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import dev.waymark.server.idempotency.IdempotencyRecords;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.outputs.OutputStore;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
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

  private final Jdbi jdbi;
  private final Ending ending;
  private final RunningJobs running;
  private final OutputStore outputs;
  private final IdempotencyRecords idempotency;
  private final Clock clock;
  private final Rounds rounds;
  private final Duration maxAge;

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
    this.rounds = new Rounds("sweeper", settings.interval(), pause);
    this.maxAge = generations.maxAge();
  }

  @Override
  public void start() {
    rounds.start(this::sweep, e -> LOG.error("a sweep failed", e));
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
  public void stop() {
    rounds.stop();
  }
}
