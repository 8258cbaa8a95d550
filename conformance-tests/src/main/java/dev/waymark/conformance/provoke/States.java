package dev.waymark.conformance.provoke;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has happened before, so that a good request is refused. */
final class States {
  private static final String KEY = "Idempotency-Key";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private States() {}

  static Serving revoked(Kitchen kitchen) {
    return counted(kitchen, kitchen.pantry().revoked());
  }

  static Serving expired(Kitchen kitchen) {
    return counted(kitchen, kitchen.pantry().expired());
  }

  static Serving elsewhere(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().elsewhere(), kitchen.good());
  }

  static Serving withoutApi(Kitchen kitchen) {
    return counted(kitchen, kitchen.pantry().withoutApi());
  }

  /** Calls with such a key are counted by address, like those of strangers. */
  private static Serving counted(Kitchen kitchen, Account caller) {
    return kitchen.byStranger(caller.signed(kitchen.good()));
  }

  static Serving withoutScope(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().without(kitchen.operation().scope()), kitchen.good());
  }

  static Serving smallQuota(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().quotaSpent(), kitchen.good());
  }

  static Serving poor(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().poor(), kitchen.good());
  }

  static Serving completed(Kitchen kitchen) {
    String id = kitchen.pantry().completed().path("generation_id").asText();
    return kitchen.usual(GoodRequests.cancel(id));
  }

  static Serving reusedKey(Kitchen kitchen) {
    Request first = kitchen.good().with(KEY, UUID.randomUUID().toString());
    kitchen.pantry().caller(kitchen.operation()).send(first);
    return kitchen.usual(new GoodRequests(kitchen.bench()).another(kitchen.operation(), first));
  }

  /**
   * Of two calls at once the one that finds the other running is answered while nothing is written.
   */
  static Serving firstStillRuns(Kitchen kitchen) {
    Request good = kitchen.good().with(KEY, UUID.randomUUID().toString());
    return dress -> {
      BlockingQueue<Exchange> answers = new LinkedBlockingQueue<>();
      Sender twice =
          request -> {
            Runnable call = () -> answers.add(kitchen.bench().deliver(request));
            Thread.ofVirtual().start(call);
            Thread.ofVirtual().start(call);
            return next(answers);
          };
      Exchange early = kitchen.in(Trouble.WRITES_WAIT, good, twice).served(dress);
      next(answers);
      return early;
    };
  }

  private static Exchange next(BlockingQueue<Exchange> answers) {
    try {
      return Optional.ofNullable(answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .orElseThrow(() -> new Unable("a call with an Idempotency-Key got no answer"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a call ran", e);
    }
  }
}
