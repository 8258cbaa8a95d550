package dev.waymark.server.generations;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.models.Order;
import dev.waymark.server.models.Orders;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Wallet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Accepts a start within the caller's transaction: model and parameters, credits, concurrency, room
 * in the queue, in this order. Whatever refuses throws, and the transaction takes the hold and the
 * job back with it.
 */
@Singleton
final class Acceptance {
  private static final Duration QUEUE_FULL_PAUSE = Duration.ofSeconds(5);

  private final Orders orders;
  private final Ledger ledger;
  private final GenerationStore generations;
  private final Ids ids;
  private final Clock clock;
  private final Calls calls;
  private final int maxQueued;

  Acceptance(
      Orders orders,
      Ledger ledger,
      GenerationStore generations,
      Ids ids,
      Clock clock,
      Calls calls,
      GenerationSettings settings) {
    this.orders = orders;
    this.ledger = ledger;
    this.generations = generations;
    this.ids = ids;
    this.clock = clock;
    this.calls = calls;
    this.maxQueued = settings.maxQueued();
  }

  Started accept(Handle tx, StartRequest request) {
    Caller caller = request.caller();
    Order order = orders.read(request.body(), caller.enabledModels());
    checkCeiling(tx, request, order.price());
    Generation generation = generation(request, order);
    Credits balance = hold(tx, caller, generation.id(), order.price());
    // The hold has locked the account: from here to the commit nobody else starts for it.
    int runningBefore = checkConcurrency(tx, caller);
    checkQueue(tx);
    generations.insert(tx, generation, request.forced());
    return new Started(
        generation, false, request.requestId(), order.price(), balance, runningBefore + 1);
  }

  private Generation generation(StartRequest request, Order order) {
    return new Generation(
        ids.generation(),
        request.caller().account(),
        request.requestId(),
        Status.PENDING,
        order.model().slug(),
        order.prompt(),
        order.parameters(),
        order.price(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        // What PostgreSQL keeps, so that a replay answers with the very same instant.
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        Optional.empty(),
        Optional.empty());
  }

  private void checkCeiling(Handle tx, StartRequest request, Credits price) {
    request
        .maxCredits()
        .filter(ceiling -> ceiling.compareTo(price) < 0)
        .ifPresent(ceiling -> {
          showWallet(wallet(tx, request.caller()).balance());
          throw Errors.maxCreditsExceeded(ceiling.value(), price.value());
        });
  }

  private Credits hold(Handle tx, Caller caller, GenerationId generation, Credits price) {
    // Grants a new cycle's credits first, if there is one.
    wallet(tx, caller);
    return ledger
        .hold(tx, caller.account(), generation, price)
        .orElseThrow(() -> insufficient(wallet(tx, caller), price));
  }

  // The wallet as it is after the refusal: while the hold waited its turn, others have spent.
  private ApiException insufficient(Wallet wallet, Credits price) {
    showWallet(wallet.balance());
    return Errors.insufficientCredits(
        wallet.balance().value(),
        price.value(),
        price.value() - wallet.balance().value(),
        wallet.cycleEndsAt());
  }

  private int checkConcurrency(Handle tx, Caller caller) {
    int limit = caller.plan().concurrentGenerations();
    int running = generations.countRunning(tx, caller.account());
    if (running >= limit) {
      Call call = calls.current();
      call.answerWith("X-Concurrency-Limit", limit);
      call.answerWith("X-Concurrency-Remaining", 0);
      throw Errors.concurrencyLimit(limit, generations.running(tx, caller.account()));
    }
    return running;
  }

  private void checkQueue(Handle tx) {
    if (generations.countPending(tx, maxQueued) >= maxQueued) {
      throw Errors.overloaded(QUEUE_FULL_PAUSE);
    }
  }

  private Wallet wallet(Handle tx, Caller caller) {
    return ledger.current(tx, caller.account(), caller.plan().creditsPerCycle());
  }

  private void showWallet(Credits balance) {
    Call call = calls.current();
    call.answerWith("X-Credits-Charged", 0);
    call.answerWith("X-Credits-Remaining", balance);
  }
}
