package dev.waymark.server.contract;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens every call, puts its headers on whatever answer it gets, and writes its one line into the
 * log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(CallFilter.class);

  private final Calls calls;
  private final Clock clock;

  CallFilter(Calls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return FilterOrder.CALL;
  }

  @RequestFilter
  void open(HttpRequest<?> request) {
    calls.of(request);
  }

  @ResponseFilter
  void close(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Call call = calls.of(request);
    call.headers().forEach((name, value) -> response.getHeaders().set(name, value));
    if (request.getMethod() == HttpMethod.HEAD && response.getContentType().isEmpty()) {
      // The framework drops it together with the body; HEAD tells what GET would (RFC 9110, 9.3.2).
      call.operation()
          .map(Operation::produces)
          .map(List::getFirst)
          .ifPresent(response::contentType);
    }
    // Never the path or the query: they can hold what only the caller should know.
    LOG.info(
        "{} {} {} {} {} ms",
        call.id(),
        call.operation().map(Operation::id).orElse("-"),
        response.code(),
        response.getHeaders().get("X-Error-Code", String.class).orElse("-"),
        Duration.between(call.startedAt(), clock.instant()).toMillis());
  }
}
