package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/**
 * Lets nothing through that the framework routes and the contract does not know: a method in other
 * capitals, a slash at the end. No filter behind it would know what to ask of such a call.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RouteFilter implements Ordered {
  private final Calls calls;
  private final RouteErrors errors;

  RouteFilter(Calls calls, RouteErrors errors) {
    this.calls = calls;
    this.errors = errors;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ROUTE;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (RouteAttributes.getRouteMatch(request).isPresent() && calls.reached(request).isEmpty()) {
      throw new ApiException(errors.of(request));
    }
  }
}
