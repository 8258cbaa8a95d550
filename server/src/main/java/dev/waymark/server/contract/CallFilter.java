package dev.waymark.server.contract;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens every call, puts its headers on whatever answer it gets, writes its one line into the log,
 * and tells whoever wants to know.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(CallFilter.class);

  private static final String ERROR_CODE = "X-Error-Code";

  private final Calls calls;
  private final Clock clock;
  private final List<AnsweredCalls> listeners;

  CallFilter(Calls calls, Clock clock, List<AnsweredCalls> listeners) {
    this.calls = calls;
    this.clock = clock;
    this.listeners = List.copyOf(listeners);
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
    Instant now = clock.instant();
    if (!response.getHeaders().contains(HttpHeaders.DATE)) {
      response.getHeaders().set(HttpHeaders.DATE, HttpDate.of(now));
    }
    boolean failed = response.getHeaders().contains(ERROR_CODE);
    call.headers()
        .forEach((name, value) -> {
          if (!failed || !response.getHeaders().contains(name)) {
            response.getHeaders().set(name, value);
          }
        });
    if (request.getMethod() == HttpMethod.HEAD && response.getContentType().isEmpty()) {
      // The framework drops it together with the body; HEAD tells what GET would (RFC 9110, 9.3.2).
      mediaType(call, failed).ifPresent(response::contentType);
    }
    AnsweredCall answered =
        new AnsweredCall(
            request,
            call,
            calls.route(request),
            response.code(),
            response.getHeaders().get(ERROR_CODE, String.class),
            Duration.between(call.startedAt(), now));
    log(answered);
    listeners.forEach(listener -> tell(listener, answered));
  }

  // Never the path or the query: they can hold what only the caller should know.
  private static void log(AnsweredCall answered) {
    LOG.info(
        "{} {} {} {} {} ms{}",
        answered.call().id(),
        answered.call().operation().map(Operation::id).orElse("-"),
        answered.status(),
        answered.code().orElse("-"),
        answered.took().toMillis(),
        AttemptNumber.of(answered.request()).map(number -> ", attempt " + number).orElse(""));
  }

  private static void tell(AnsweredCalls listener, AnsweredCall answered) {
    try {
      listener.answered(answered);
    } catch (RuntimeException e) {
      // The call has its answer, which is worth more than its record.
      LOG.error("{}: not recorded", answered.call().id(), e);
    }
  }

  private static Optional<String> mediaType(Call call, boolean failed) {
    return failed
        ? Optional.of(call.rendering().mediaType())
        : call.operation().map(Operation::produces).map(List::getFirst);
  }
}
