package dev.waymark.server.limits;

import dev.waymark.server.addresses.SourceAddress;
import dev.waymark.server.contract.Calls;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** The rolling window of callers without a key: one per source address. */
@Singleton
public final class AddressLimit {
  private final Calls calls;
  private final RateCheck rate;
  private final SourceAddress sources;
  private final int callsPerMinute;

  AddressLimit(Calls calls, RateCheck rate, SourceAddress sources, LimitsSettings settings) {
    this.calls = calls;
    this.rate = rate;
    this.sources = sources;
    this.callsPerMinute = settings.anonymousCallsPerMinute();
  }

  /** Counts the call, or throws {@code RATE_LIMIT}. */
  public void check(HttpRequest<?> request) {
    rate.check(calls.of(request), name(request), callsPerMinute);
  }

  /** Has an error tell where the address stands, and counts nothing. */
  public void show(HttpRequest<?> request) {
    rate.show(calls.of(request), name(request), callsPerMinute);
  }

  private String name(HttpRequest<?> request) {
    return "address " + sources.of(request);
  }
}
