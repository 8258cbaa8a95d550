package dev.waymark.conformance.provoke;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.util.function.Function;

/** More than the server admits. */
final class Strain {
  private static final int MOST_CALLS = 2000;
  private static final int MOST_GENERATIONS = 200;
  private static final int TRIES = 4;

  private Strain() {}

  /** The limit is asked before anything else that a key may or may not do. */
  static Serving calls(Kitchen kitchen) {
    Account hurried = kitchen.pantry().hurried();
    Request good = kitchen.good();
    return dress ->
        refused(
            request -> kitchen.bench().deliver(hurried.signed(request)),
            Request.get("/api/v1/account"),
            dress.on(good));
  }

  /** From an address of its own, if there are several; else from the only one. */
  static Serving callsOfAStranger(Kitchen kitchen) {
    Wire wire = Strangers.of(kitchen.bench()).ownAddress().orElseGet(kitchen.bench()::wire);
    Request good = kitchen.good();
    return dress -> refused(wire::sendUnchecked, good.withMethod("HEAD"), dress.on(good));
  }

  /** Room may come while it is filled. */
  private static Exchange refused(
      Function<Request, Exchange> way, Request filling, Request request) {
    Exchange exchange = way.apply(request);
    for (int again = 0; again < TRIES && exchange.status() != 429; again++) {
      for (int call = 0; call < MOST_CALLS && way.apply(filling).status() != 429; call++) {
        // Until nothing is left.
      }
      exchange = way.apply(request);
    }
    return exchange;
  }

  static Serving generations(Kitchen kitchen) {
    Account busy = kitchen.pantry().busy();
    Request held = kitchen.good().with("X-Test-Error", "GENERATION_FAILED; delay_ms=60000");
    return dress -> {
      Exchange exchange = kitchen.bench().deliver(busy.signed(dress.on(held)));
      for (int more = 0; more < MOST_GENERATIONS && exchange.status() == 202; more++) {
        exchange = kitchen.bench().deliver(busy.signed(dress.on(held)));
      }
      return exchange;
    };
  }

  /** The rest never comes. */
  static Serving halfABody(Kitchen kitchen) {
    return kitchen.raw(kitchen.good(), "Content-Length: 100\r\n\r\n{\"model\":");
  }

  /** By connections, where it is known how many there may be; else in trouble. */
  static Serving connections(Kitchen kitchen) {
    int most = kitchen.bench().target().profile().limits().connections();
    if (most == 0) {
      return kitchen.in(Trouble.FULL, kitchen.good());
    }
    Serving last = kitchen.raw(kitchen.good(), "Content-Length: 0\r\n\r\n");
    return dress -> {
      try (Crowd _ = Crowd.of(kitchen.bench().wire().server(), most)) {
        return last.served(dress);
      }
    };
  }
}
