package dev.waymark.server.generations;

import dev.waymark.server.access.Caller;
import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.Member;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.idempotency.KnownCalls;
import dev.waymark.server.idempotency.Original;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.models.Order;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Books;
import dev.waymark.server.wallet.Cause;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Hold;
import dev.waymark.server.wallet.Purse;
import dev.waymark.server.wallet.Quota;
import dev.waymark.server.wallet.Spending;
import java.util.Optional;

/**
 * One start in a batch, decided under the lock of its account: idempotency, the key's quota,
 * credits, concurrency, room in the queue, in this order. What is refused changes nothing but a
 * cycle that was over.
 */
final class Start implements Member<Admission> {
  private final StartRequest request;
  private final Order order;
  private final String parameters;
  private final GenerationId id;
  private final Optional<IdempotentCall> once;
  private final StartParts parts;

  /**
   * @param parameters of the order, as the text that is stored
   * @param id of the generation, if there is to be one
   */
  Start(
      StartRequest request,
      Optional<IdempotentCall> once,
      Order order,
      String parameters,
      GenerationId id,
      StartParts parts) {
    this.request = request;
    this.once = once;
    this.order = order;
    this.parameters = parameters;
    this.id = id;
    this.parts = parts;
  }

  @Override
  public AccountId account() {
    return caller().account();
  }

  private Caller caller() {
    return request.caller();
  }

  private KeyId key() {
    return caller().key().id();
  }

  @Override
  public void prepare(Batch batch) {
    batch.part(Books.KIND).need(account());
    batch.part(Spending.KIND).need(key());
    once.ifPresent(known(batch)::need);
  }

  private KnownCalls known(Batch batch) {
    return batch.part(parts.known());
  }

  @Override
  public Admission decide(Batch batch) {
    Purse purse = batch.part(Books.KIND).of(account());
    Optional<Original> original = once.flatMap(known(batch)::original);
    if (original.isPresent()) {
      return new Admission.Known(original.get());
    }
    Credits price = order.price();
    purse.renew(caller().plan().creditsPerCycle());
    Optional<Quota> quota = batch.part(Spending.KIND).of(key());
    if (quota.isPresent() && quota.get().isExceededBy(price)) {
      return new Admission.OverQuota(quota.get(), purse.wallet());
    }
    if (!purse.reaches(price)) {
      return new Admission.TooDear(purse.wallet());
    }
    if (purse.inFlight() >= caller().plan().concurrentGenerations()) {
      return new Admission.TooMany();
    }
    if (!parts.room().take()) {
      return new Admission.QueueFull();
    }
    return accept(batch, purse);
  }

  private Admission accept(Batch batch, Purse purse) {
    Hold hold = purse.hold(id, order.price(), Cause.of(request.requestId(), Optional.of(key())));
    batch.part(Spending.KIND).add(key(), order.price());
    Generation generation =
        Generation.accepted(id, account(), request.requestId(), order, batch.now());
    batch
        .part(NewGenerations.KIND)
        .add(
            generation,
            key(),
            parameters,
            hold,
            request.forced().map(ForcedError::toString).orElse(null));
    once.ifPresent(call -> known(batch).record(call, id.value()));
    return new Admission.Accepted(generation, purse.balance(), purse.inFlight());
  }
}
