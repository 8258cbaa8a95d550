package dev.waymark.server.limits;

import dev.waymark.server.contract.Calls;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** The rolling window of callers without a key: one per source address, as the socket tells it. */
@Singleton
public final class AddressLimit {
  private final Calls calls;
  private final RateCheck rate;
  private final int callsPerMinute;

  AddressLimit(Calls calls, RateCheck rate, LimitsSettings settings) {
    this.calls = calls;
    this.rate = rate;
    this.callsPerMinute = settings.anonymousCallsPerMinute();
  }

  /** Counts the call, or throws {@code RATE_LIMIT}. */
  public void check(HttpRequest<?> request) {
    String address = request.getRemoteAddress().getAddress().getHostAddress();
    rate.check(calls.of(request), "address " + address, callsPerMinute);
  }
}
