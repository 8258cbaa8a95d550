package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.Request;
import java.util.UUID;

/** What has happened before, so that a good request is refused. */
final class States {
  private static final String KEY = "Idempotency-Key";

  private States() {}

  static Serving revoked(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().revoked(), kitchen.good());
  }

  static Serving expired(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().expired(), kitchen.good());
  }

  static Serving elsewhere(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().elsewhere(), kitchen.good());
  }

  static Serving withoutApi(Kitchen kitchen) {
    return kitchen.by(kitchen.pantry().withoutApi(), kitchen.good());
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
}
