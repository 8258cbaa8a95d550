package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/**
 * Refuses a body that says it is too large, or that it is something unreadable, before anything is
 * spent on the call.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EntityFilter implements Ordered {
  private final Calls calls;
  private final BodyLimit limit;

  EntityFilter(Calls calls, BodyLimit limit) {
    this.calls = calls;
    this.limit = limit;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ENTITY;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (!Routing.hasRoute(request)) {
      return;
    }
    // The framework also takes a slash at the end; the contract has no such path.
    if (request.getPath().endsWith("/")) {
      throw new ApiException(RouteHint.notFound(request.getPath()));
    }
    if (limit.isExceededBy(request.getContentLength())) {
      throw new ApiException(limit.exceeded());
    }
    calls.of(request).operation().ifPresent(operation -> checkMediaType(operation, request));
  }

  // The framework has compared what it could read as a media type; what it could not, it has let
  // through.
  private static void checkMediaType(Operation operation, HttpRequest<?> request) {
    Optional<String> given = request.getHeaders().findFirst(HttpHeaders.CONTENT_TYPE);
    if (operation.takesBody() && given.isPresent() && !isRead(operation, given.get())) {
      throw Errors.unsupportedMediaType(operation.consumes());
    }
  }

  private static boolean isRead(Operation operation, String given) {
    try {
      return operation.consumes().contains(MediaType.of(given).getName());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
