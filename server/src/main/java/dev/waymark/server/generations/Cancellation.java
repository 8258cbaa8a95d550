package dev.waymark.server.generations;

import dev.waymark.errors.Errors;
import dev.waymark.server.access.Caller;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Cancels generations: stops the work and releases the hold. Twice is the same as once. */
@Singleton
final class Cancellation {
  private final Jdbi jdbi;
  private final GenerationStore store;
  private final Ending ending;
  private final Ledger ledger;
  private final RunningJobs running;

  Cancellation(
      Jdbi jdbi, GenerationStore store, Ending ending, Ledger ledger, RunningJobs running) {
    this.jdbi = jdbi;
    this.store = store;
    this.ending = ending;
    this.ledger = ledger;
    this.running = running;
  }

  /**
   * The cancelled generation and the balance after.
   *
   * @param now whether this call has cancelled it, and none before
   */
  record Cancelled(Generation generation, Credits balance, boolean now) {}

  /**
   * Cancels by the call {@code by}. Throws {@code GENERATION_NOT_FOUND} or, if it has ended in
   * another way, {@code GENERATION_NOT_CANCELLABLE}.
   */
  Cancelled cancel(Caller caller, RequestId by, String text) {
    GenerationId id =
        GenerationIdText.read(text)
            .orElseThrow(() -> Errors.generationNotFound(GenerationIdText.shown(text)));
    Optional<Credits> released = ending.cancel(caller.account(), id, by);
    Cancelled cancelled =
        jdbi.inTransaction(tx -> {
          Generation generation =
              store
                  .find(tx, caller.account(), id)
                  .orElseThrow(() -> Errors.generationNotFound(id.value()));
          if (generation.status() != Status.CANCELLED) {
            throw Errors.generationNotCancellable(id.value(), generation.status().wireName());
          }
          return new Cancelled(
              generation, released.orElseGet(() -> balance(tx, caller)), released.isPresent());
        });
    running.stop(id);
    return cancelled;
  }

  private Credits balance(Handle tx, Caller caller) {
    return ledger.current(tx, caller.account(), caller.plan().creditsPerCycle()).balance();
  }
}
