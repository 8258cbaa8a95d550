package dev.waymark.server.generations;

import dev.waymark.server.idempotency.IdempotencyRecords;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.outputs.OutputStore;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what is over: outputs past their retention, idempotency records past theirs. Several nodes
 * may sweep at once.
 */
@Singleton
final class Sweeper implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int MOST_TRANSACTIONS = 1000;

  private final Jdbi jdbi;
  private final OutputStore outputs;
  private final IdempotencyRecords idempotency;
  private final Rounds rounds;

  Sweeper(
      Jdbi jdbi,
      OutputStore outputs,
      IdempotencyRecords idempotency,
      Pause pause,
      SweeperSettings settings) {
    this.jdbi = jdbi;
    this.outputs = outputs;
    this.idempotency = idempotency;
    this.rounds = new Rounds("sweeper", settings.interval(), pause);
  }

  @Override
  public void start() {
    rounds.start(this::sweep, e -> LOG.error("a sweep failed", e));
  }

  void sweep() {
    sweepUp(outputs::purge, OutputStore.PURGED_AT_ONCE);
    sweepUp(idempotency::purge, IdempotencyRecords.PURGED_AT_ONCE);
  }

  /** All there is, in transactions of a bounded size. */
  private void sweepUp(ToIntFunction<Handle> purge, int atOnce) {
    int transactions = 0;
    while (jdbi.inTransaction(purge::applyAsInt) == atOnce
        && transactions < MOST_TRANSACTIONS
        && !Thread.currentThread().isInterrupted()) {
      transactions++;
    }
  }

  @Override
  public void stop() {
    rounds.stop();
  }
}
