package dev.waymark.server.access;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.contract.Operation;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Counts every call once, except of operations that count against nothing. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitFilter implements Ordered {
  private final Calls calls;
  private final CallerLimit limit;

  RateLimitFilter(Calls calls, CallerLimit limit) {
    this.calls = calls;
    this.limit = limit;
  }

  @Override
  public int getOrder() {
    return FilterOrder.RATE;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    if (calls.reached(request).filter(Operation::counted).isPresent()) {
      limit.check(request);
    }
  }
}
