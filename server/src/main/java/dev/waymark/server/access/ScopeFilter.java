package dev.waymark.server.access;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.contract.Operation;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Checks the scope of every operation that takes a key and no {@code Idempotency-Key}. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ScopeFilter implements Ordered {
  private final Calls calls;
  private final ScopeCheck scopes;

  ScopeFilter(Calls calls, ScopeCheck scopes) {
    this.calls = calls;
    this.scopes = scopes;
  }

  @Override
  public int getOrder() {
    return FilterOrder.SCOPE;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    calls
        .reached(request)
        .filter(operation -> operation.secured() && !operation.takesIdempotencyKey())
        .map(Operation::id)
        .ifPresent(operation -> scopes.check(Caller.of(request).orElseThrow(), operation));
  }
}
