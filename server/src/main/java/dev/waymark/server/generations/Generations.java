package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.ScopeCheck;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.idempotency.Claims;
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
  private final StartRefusals refusals;
  private final IdempotencyRecords idempotency;
  private final Claims claims;
  private final GenerationStore store;
  private final ScopeCheck scopes;
  private final GenerationReads reads;
  private final Orders orders;
  private final Ledger ledger;
  private final WorkerSignal workers;

  Generations(
      Jdbi jdbi,
      Acceptance acceptance,
      StartRefusals refusals,
      IdempotencyRecords idempotency,
      Claims claims,
      GenerationStore store,
      ScopeCheck scopes,
      GenerationReads reads,
      Orders orders,
      Ledger ledger,
      WorkerSignal workers) {
    this.jdbi = jdbi;
    this.acceptance = acceptance;
    this.refusals = refusals;
    this.idempotency = idempotency;
    this.claims = claims;
    this.store = store;
    this.scopes = scopes;
    this.reads = reads;
    this.orders = orders;
    this.ledger = ledger;
    this.workers = workers;
  }

  /**
   * Accepts a generation: hold, job and idempotency record are committed together or not at all.
   * The same idempotency key with the same body gives the first answer again and has no effect.
   */
  Started start(StartRequest request) {
    Optional<IdempotentCall> once = request.idempotentCall();
    if (once.isEmpty()) {
      return start(request, once);
    }
    try (Claims.Claim _ = claims.take(once.get())) {
      return start(request, once);
    }
  }

  private Started start(StartRequest request, Optional<IdempotentCall> once) {
    Order order;
    try {
      order = order(request);
    } catch (ApiException refusal) {
      // Whatever is wrong now, a call that was accepted once has its answer.
      return once.flatMap(call -> jdbi.withHandle(handle -> idempotency.find(handle, call)))
          .map(original -> replay(request.caller(), original))
          .orElseThrow(() -> refusal);
    }
    return switch (acceptance.accept(request, once, order)) {
      case Admission.Known known -> replay(request.caller(), known.original());
      case Admission.Accepted accepted -> started(request, accepted);
      case Admission refused -> throw new IllegalStateException("not thrown: " + refused);
    };
  }

  private Order order(StartRequest request) {
    scopes.check(request.caller(), "startGeneration");
    Order order = orders.read(request.body(), request.caller().models());
    request
        .maxCredits()
        .filter(ceiling -> ceiling.compareTo(order.price()) < 0)
        .ifPresent(ceiling -> {
          throw refusals.aboveCeiling(request.caller(), ceiling, order.price());
        });
    return order;
  }

  private Started started(StartRequest request, Admission.Accepted accepted) {
    workers.wake();
    return new Started(
        accepted.generation(),
        false,
        request.requestId(),
        accepted.generation().estimate(),
        accepted.balance(),
        accepted.running());
  }

  private Started replay(Caller caller, Original original) {
    return jdbi.inTransaction(tx -> {
      Generation generation =
          store.find(tx, caller.account(), new GenerationId(original.made())).orElseThrow();
      return new Started(
          generation.asAccepted(),
          true,
          original.requestId(),
          Credits.ZERO,
          balance(tx, caller),
          store.inFlight(tx, caller.account()));
    });
  }

  /** Prices a body without any effect. */
  Quotation quote(Caller caller, JsonNode body) {
    Order order = orders.read(body, caller.models());
    return new Quotation(order, jdbi.inTransaction(tx -> balance(tx, caller)));
  }

  /** The account's generation, or {@code GENERATION_NOT_FOUND}. */
  Generation get(AccountId account, String id) {
    return GenerationIdText.read(id)
        .flatMap(known -> reads.find(account, known))
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
