package dev.waymark.server.limits;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.ids.KeyId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** The rolling window of one key, as wide as its account's plan. */
@Singleton
public final class KeyLimit {
  private final Calls calls;
  private final RateCheck rate;

  KeyLimit(Calls calls, RateCheck rate) {
    this.calls = calls;
    this.rate = rate;
  }

  /** Counts the call, or throws {@code RATE_LIMIT}. */
  public void check(HttpRequest<?> request, KeyId key, int callsPerMinute) {
    rate.check(calls.of(request), name(key), callsPerMinute);
  }

  /** Has an error tell where the key stands, and counts nothing. */
  public void show(HttpRequest<?> request, KeyId key, int callsPerMinute) {
    rate.show(calls.of(request), name(key), callsPerMinute);
  }

  private static String name(KeyId key) {
    return "key " + key;
  }
}
