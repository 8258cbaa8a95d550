package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one renderer: turns an error into the contract's answer, with its status, its headers and its
 * body in the rendering that the caller takes.
 *
 * <p>An answer whose code the operation does not list is given all the same, and logged as a breach
 * of the contract.
 */
@Singleton
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Calls calls;
  private final DocsAddress docs;
  private final Renderings renderings;
  private final Clock clock;

  ErrorAnswers(Calls calls, DocsAddress docs, Renderings renderings, Clock clock) {
    this.calls = calls;
    this.docs = docs;
    this.renderings = renderings;
    this.clock = clock;
  }

  MutableHttpResponse<?> answer(HttpRequest<?> request, ApiError error) {
    Call call = calls.of(request);
    call.operation().ifPresent(operation -> accuseBreach(call, operation, error.code()));
    MutableHttpResponse<Object> response =
        HttpResponse.status(HttpStatus.valueOf(error.code().status()));
    AnsweredError answered =
        new AnsweredError(error, docs.of(request, error.code()), call.id(), call.charge());
    headers(request, call, answered)
        .forEach((name, value) -> response.getHeaders().set(name, value));
    // What is no HTTP passes no filter.
    response.getHeaders().set(HttpHeaders.DATE, HttpDate.of(clock.instant()));
    Rendering rendering = call.rendering();
    response.contentType(rendering.mediaType());
    if (request.getMethod() != HttpMethod.HEAD) {
      response.body(renderings.write(answered, rendering));
    }
    return response;
  }

  // The error's own win: a Link to the next page that was announced before the failure is void.
  private static Map<String, String> headers(
      HttpRequest<?> request, Call call, AnsweredError answered) {
    ApiError error = answered.error();
    Map<String, String> headers = call.errorHeaders();
    headers.putAll(
        ErrorHeaders.of(
            error, answered.docs(), resendCannotChargeTwice(request, call, error.code())));
    Optional.ofNullable(call.headers().get(HttpHeaders.VARY))
        .ifPresent(more -> headers.merge(HttpHeaders.VARY, more, (all, own) -> all + ", " + own));
    return headers;
  }

  private static void accuseBreach(Call call, Operation operation, ErrorCode code) {
    if (!operation.errors().contains(code)) {
      LOG.error(
          "Contract breach: {} answered {}, which it does not list ({})",
          operation.id(),
          code,
          call.id());
    }
  }

  // Every refusal has charged nothing. Only a failed server leaves it open whether the call went
  // through.
  private static boolean resendCannotChargeTwice(
      HttpRequest<?> request, Call call, ErrorCode code) {
    return code != ErrorCode.INTERNAL_ERROR
        || call.operation().stream().noneMatch(Operation::takesIdempotencyKey)
        || request.getHeaders().contains("Idempotency-Key");
  }
}
