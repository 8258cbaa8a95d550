package dev.waymark.server.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a key does, at its plainest. Answers are words: {@code new}, {@code replay of X} or {@code
 * used by X}.
 */
final class RecordsModel {
  private final Duration retention;
  private final Map<String, First> firsts = new HashMap<>();

  RecordsModel(Duration retention) {
    this.retention = retention;
  }

  private record First(String body, String requestId, Instant at) {}

  String send(String scope, String body, String requestId, boolean refused, Instant now) {
    First first = firsts.get(scope);
    if (first != null && now.isBefore(first.at().plus(retention))) {
      return (first.body().equals(body) ? "replay of " : "used by ") + first.requestId();
    }
    if (!refused) {
      firsts.put(scope, new First(body, requestId, now));
    }
    return refused ? "refused" : "new";
  }
}
