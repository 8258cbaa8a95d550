package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has happened before, so that a good request is refused. */
final class States {
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";
  private static final String KEY = "Idempotency-Key";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_OUTPUTS_ARE_KEPT = Duration.ofHours(25);

  private States() {}

  static Exchange revoked(Kitchen kitchen) {
    return ended(kitchen, "revoked_at");
  }

  static Exchange expired(Kitchen kitchen) {
    return ended(kitchen, "expires_at");
  }

  private static Exchange ended(Kitchen kitchen, String column) {
    Request good = kitchen.good();
    kitchen
        .tenant()
        .update(
            "UPDATE api_key SET "
                + column
                + " = CAST(:value AS timestamptz) WHERE account_id = :account",
            LONG_AGO);
    return kitchen.send(good);
  }

  static Exchange elsewhere(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen
        .tenant()
        .update(
            "UPDATE api_key SET allowed_ips = ARRAY[CAST(:value AS text)] WHERE account_id = :account",
            "203.0.113.0/24");
    return kitchen.send(good);
  }

  static Exchange withoutScope(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen.tenant().grant("operator");
    kitchen.tenant().deny(kitchen.operation().scope());
    return kitchen.send(good);
  }

  static Exchange smallQuota(Kitchen kitchen) {
    Tenant tenant = kitchen.tenant();
    Exchange limited = tenant.patch("/api/v1/keys/" + tenant.keyId(), "{\"credits_per_month\":3}");
    assertThat(limited.status()).as("%s", limited).isEqualTo(200);
    return kitchen.send(kitchen.good());
  }

  static Exchange poor(Kitchen kitchen) {
    kitchen.tenant().wallet().leave(3);
    return kitchen.send(kitchen.good());
  }

  static Exchange onFree(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen.tenant().update("UPDATE account SET plan = :value WHERE id = :account", "free");
    return kitchen.send(good);
  }

  static Exchange completed(Kitchen kitchen) {
    String id = kitchen.tenant().finished("a picture").path("generation_id").asText();
    return kitchen.send(kitchen.good().withTarget("/api/v1/generations/" + id + "/cancel"));
  }

  static Exchange outputExpired(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen.subject().time().pass(LONGER_THAN_OUTPUTS_ARE_KEPT);
    return kitchen.send(good);
  }

  static Exchange reusedKey(Kitchen kitchen) {
    Request first = kitchen.good().with(KEY, "reused");
    kitchen.send(first);
    return kitchen.send(GoodRequests.another(kitchen.operation(), first));
  }

  /**
   * Two calls at once, while nothing that they write can be written: whichever comes first waits,
   * the other one finds it running.
   */
  static Exchange keyInUse(Kitchen kitchen) {
    Request good = kitchen.good().with(KEY, "busy");
    BlockingQueue<Exchange> answers = new LinkedBlockingQueue<>();
    Exchange early =
        kitchen
            .subject()
            .jdbi()
            .inTransaction(tx -> {
              tx.execute("LOCK TABLE api_key, account IN SHARE MODE");
              tx.execute(
                  "SELECT 1 FROM account WHERE id = ? FOR UPDATE", kitchen.tenant().account());
              for (int call = 0; call < 2; call++) {
                Thread.ofVirtual().start(() -> answers.add(kitchen.send(good)));
              }
              return next(answers);
            });
    next(answers);
    return early;
  }

  private static Exchange next(BlockingQueue<Exchange> answers) {
    try {
      return Optional.ofNullable(answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .orElseThrow(() -> new AssertionError("No call is answered"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
