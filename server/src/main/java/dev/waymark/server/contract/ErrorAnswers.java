package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one renderer: turns an error into the contract's answer, with its status, headers and body.
 *
 * <p>An answer whose code the operation does not list is given all the same, and logged as a breach
 * of the contract.
 */
@Singleton
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Calls calls;
  private final DocsAddress docs;

  ErrorAnswers(Calls calls, DocsAddress docs) {
    this.calls = calls;
    this.docs = docs;
  }

  MutableHttpResponse<?> answer(HttpRequest<?> request, ApiError error) {
    Call call = calls.of(request);
    call.operation().ifPresent(operation -> accuseBreach(call, operation, error.code()));
    MutableHttpResponse<Object> response =
        HttpResponse.status(HttpStatus.valueOf(error.code().status()));
    call.headers().forEach(response::header);
    ErrorHeaders.of(error, resendCannotChargeTwice(request, call, error.code()))
        .forEach(response::header);
    response.contentType(MediaType.APPLICATION_JSON_TYPE);
    if (request.getMethod() != HttpMethod.HEAD) {
      response.body(ErrorBody.of(error, docs.of(request, error.code()), call.id(), Charge.NONE));
    }
    return response;
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
