package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.idempotency.IdempotencyRecords;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.idempotency.Original;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.models.Order;
import dev.waymark.server.models.Orders;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Starts, quotes, reads and lists generations for their account. */
@Singleton
final class Generations {
  private final Jdbi jdbi;
  private final Acceptance acceptance;
  private final IdempotencyRecords idempotency;
  private final GenerationStore store;
  private final Orders orders;
  private final Ledger ledger;
  private final WorkerSignal workers;

  Generations(
      Jdbi jdbi,
      Acceptance acceptance,
      IdempotencyRecords idempotency,
      GenerationStore store,
      Orders orders,
      Ledger ledger,
      WorkerSignal workers) {
    this.jdbi = jdbi;
    this.acceptance = acceptance;
    this.idempotency = idempotency;
    this.store = store;
    this.orders = orders;
    this.ledger = ledger;
    this.workers = workers;
  }

  /**
   * Accepts a generation: hold, job and idempotency record are committed together or not at all.
   * The same idempotency key with the same body gives the first answer again and has no effect.
   */
  Started start(StartRequest request) {
    Started started = jdbi.inTransaction(tx -> startOnce(tx, request));
    workers.wake();
    return started;
  }

  private Started startOnce(Handle tx, StartRequest request) {
    Optional<IdempotentCall> once = request.idempotentCall();
    Optional<Original> original = once.flatMap(call -> idempotency.claim(tx, call));
    if (original.isPresent()) {
      return replay(tx, request.caller(), original.get());
    }
    Started started = acceptance.accept(tx, request);
    once.ifPresent(call -> idempotency.record(tx, call, started.generation().id().value()));
    return started;
  }

  private Started replay(Handle tx, Caller caller, Original original) {
    Generation generation =
        store.find(tx, caller.account(), new GenerationId(original.made())).orElseThrow();
    return new Started(
        generation.asAccepted(),
        true,
        original.requestId(),
        Credits.ZERO,
        balance(tx, caller),
        store.countRunning(tx, caller.account()));
  }

  /** Prices a body without any effect. */
  Quotation quote(Caller caller, JsonNode body) {
    Order order = orders.read(body, caller.enabledModels());
    return new Quotation(order, jdbi.inTransaction(tx -> balance(tx, caller)));
  }

  /** The account's generation, or {@code GENERATION_NOT_FOUND}. */
  Generation get(AccountId account, String id) {
    return GenerationIdText.read(id)
        .flatMap(known -> jdbi.withHandle(handle -> store.find(handle, account, known)))
        .orElseThrow(() -> Errors.generationNotFound(GenerationIdText.shown(id)));
  }

  Page<Generation> list(
      AccountId account, Optional<Status> status, Optional<Cursor> after, int limit) {
    if (after.isPresent() && GenerationIdText.read(after.get().key()).isEmpty()) {
      throw Cursor.unreadable();
    }
    return Page.of(
        jdbi.withHandle(handle -> store.list(handle, account, status, after, limit + 1)),
        limit,
        generation -> generation.id().value());
  }

  private Credits balance(Handle tx, Caller caller) {
    return ledger.current(tx, caller.account(), caller.plan().creditsPerCycle()).balance();
  }
}
