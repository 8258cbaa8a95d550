package dev.waymark.conformance.provoke;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** More than the server admits. */
final class Strain {
  private static final int MOST_CALLS = 2000;
  private static final int MOST_GENERATIONS = 200;
  private static final int MOST_ENDLESS = 2;
  private static final int TRIES = 4;

  /** For twice as many calls as a window has. */
  private static final Duration TOO_LONG = Duration.ofMinutes(2);

  private Strain() {}

  /** The limit is asked before anything else that a key may or may not do. */
  static Serving calls(Kitchen kitchen) {
    Account hurried = kitchen.pantry().hurried();
    Request good = kitchen.good();
    return dress ->
        refused(
            kitchen.bench(),
            request -> kitchen.bench().deliver(hurried.signed(request)),
            Request.get("/api/v1/account"),
            dress.on(good));
  }

  /** From an address of its own, if there are several; else from the only one. */
  static Serving callsOfAStranger(Kitchen kitchen) {
    Wire wire = Strangers.of(kitchen.bench()).ownAddress().orElseGet(kitchen.bench()::wire);
    Request good = kitchen.good();
    return dress ->
        refused(kitchen.bench(), wire::sendUnchecked, good.withMethod("HEAD"), dress.on(good));
  }

  /**
   * Room may come while it is filled; but where none is ever lacking, that is seen once or twice.
   */
  private static Exchange refused(
      Bench bench, Function<Request, Exchange> way, Request filling, Request request) {
    AtomicInteger endless = bench.shared("limits that never come", AtomicInteger::new);
    if (endless.get() >= MOST_ENDLESS) {
      throw new Unreachable(
          "other operations let all calls through, far more than their limit: not tried again");
    }
    Exchange exchange = way.apply(request);
    int most = most(exchange);
    Passage passage = bench.target().passage();
    for (int again = 0; again < TRIES && exchange.status() != 429; again++) {
      Instant begin = passage.instant();
      int call = 0;
      while (call < most && way.apply(filling).status() != 429) {
        call++;
      }
      exchange = way.apply(request);
      if (call == most && exchange.status() != 429) {
        if (Duration.between(begin, passage.instant()).compareTo(TOO_LONG) > 0) {
          throw new Unreachable("the limit cannot be reached: calls are too slow");
        }
        endless.incrementAndGet();
        return exchange;
      }
    }
    return exchange;
  }

  /** Calls that are certainly too many, as the answer tells the limit. */
  private static int most(Exchange exchange) {
    return exchange
        .header("X-RateLimit-Limit")
        .filter(limit -> limit.matches("[1-9]\\d{0,3}"))
        .map(limit -> Math.min(MOST_CALLS, 2 * Integer.parseInt(limit)))
        .orElse(MOST_CALLS);
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
