package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

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
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    calls.reached(request).ifPresent(operation -> check(operation, request));
  }

  private void check(Operation operation, HttpRequest<?> request) {
    checkMediaType(operation, request);
    checkSize(operation, request);
  }

  // A body in chunks says nothing of its size beforehand: it is read to find out.
  private void checkSize(Operation operation, HttpRequest<?> request) {
    boolean chunked = request.getContentLength() < 0 && operation.takesBody();
    long size = chunked ? RequestBody.of(request).length : request.getContentLength();
    if (limit.isExceededBy(size)) {
      throw new ApiException(limit.exceeded());
    }
  }

  // The framework has compared what it could read as a media type; what it could not, it has let
  // through.
  private static void checkMediaType(Operation operation, HttpRequest<?> request) {
    if (!BodyType.isRead(operation, request)) {
      throw Errors.unsupportedMediaType(operation.consumes());
    }
  }
}
