package dev.waymark.conformance.provoke;

import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;

/** What has happened before, so that a good request is refused. */
final class States {
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";
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
    kitchen.send(Generate.studio("first").with("Idempotency-Key", "reused"));
    return kitchen.send(Generate.studio("second").with("Idempotency-Key", "reused"));
  }

  /** The lock that the first call holds while it runs, taken by somebody else. */
  static Exchange keyInUse(Kitchen kitchen) {
    String scope = kitchen.tenant().account() + " startGeneration busy";
    return kitchen
        .subject()
        .jdbi()
        .inTransaction(tx -> {
          tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", scope);
          return kitchen.send(kitchen.good().with("Idempotency-Key", "busy"));
        });
  }
}
