package dev.waymark.server.access;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.limits.AddressLimit;
import dev.waymark.server.limits.KeyLimit;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Counts every call of an operation once: by its key, or by its source address where it needs none.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitFilter implements Ordered {
  private final Calls calls;
  private final KeyLimit keys;
  private final AddressLimit addresses;

  RateLimitFilter(Calls calls, KeyLimit keys, AddressLimit addresses) {
    this.calls = calls;
    this.keys = keys;
    this.addresses = addresses;
  }

  @Override
  public int getOrder() {
    return FilterOrder.RATE;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    if (calls.reached(request).isPresent()) {
      Caller.of(request)
          .ifPresentOrElse(
              caller -> keys.check(request, caller.key().id(), caller.plan().callsPerMinute()),
              () -> addresses.check(request));
    }
  }
}
