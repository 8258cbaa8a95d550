package dev.waymark.server.contract;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Negotiates by the contract (RFC 9110, section 12.5.1) before the framework does, which knows
 * neither {@code application/*} nor {@code q=0}, and tells it only the outcome. The renderings of
 * errors say nothing about a success.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptFilter implements Ordered {
  private static final String ANYTHING = "*/*";
  private static final String NOTHING = "none/none";

  private final Calls calls;

  AcceptFilter(Calls calls) {
    this.calls = calls;
  }

  @Override
  public int getOrder() {
    return FilterOrder.CALL;
  }

  @PreMatching
  @RequestFilter
  void negotiate(HttpRequest<?> request) {
    if (request.getHeaders() instanceof MutableHttpHeaders headers) {
      Call call = calls.of(request);
      call.operation().ifPresent(operation -> negotiate(call, operation, request, headers));
    }
  }

  private static void negotiate(
      Call call, Operation operation, HttpRequest<?> request, MutableHttpHeaders headers) {
    if (headers.contains(HttpHeaders.ACCEPT)) {
      // A body that is not read is told of first, and by a filter that comes later.
      boolean acceptable =
          call.preference().forSuccess().takesAny(operation.produces())
              || !BodyType.isRead(operation, request);
      headers.set(HttpHeaders.ACCEPT, acceptable ? ANYTHING : NOTHING);
    }
    if (!operation.takesBody()) {
      // The framework would have a say about the type of a body that nobody reads.
      headers.remove(HttpHeaders.CONTENT_TYPE);
    }
  }
}
