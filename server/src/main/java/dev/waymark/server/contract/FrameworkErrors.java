package dev.waymark.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Answers what the framework refuses by itself: no route, no such method, media types, size,
 * unreadable HTTP.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class FrameworkErrors implements ErrorResponseProcessor<Object> {
  private static final List<String> JSON = List.of("application/json");

  private final Calls calls;
  private final RouteErrors routes;
  private final ErrorAnswers answers;
  private final Failures failures;
  private final BodyLimit bodyLimit;

  FrameworkErrors(
      Calls calls,
      RouteErrors routes,
      ErrorAnswers answers,
      Failures failures,
      BodyLimit bodyLimit) {
    this.calls = calls;
    this.routes = routes;
    this.answers = answers;
    this.failures = failures;
    this.bodyLimit = bodyLimit;
  }

  @Override
  @SuppressWarnings("unchecked") // The answer's body is a map, and every body is an Object.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return (MutableHttpResponse<Object>)
        answers.answer(context.getRequest(), error(context, response));
  }

  private ApiError error(ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    Optional<ApiException> undecoded = undecoded(request);
    if (undecoded.isPresent()) {
      return undecoded.get().error();
    }
    return switch (response.code()) {
      case 404, 405 -> routes.of(request);
      case 406 -> Errors.notAcceptable(offered(request)).error();
      case 413 -> tooLarge(context);
      case 415 -> Errors.unsupportedMediaType(supported(request)).error();
      case 500 ->
          failures.error(
              request,
              context.getRootCause().orElseGet(() -> new IllegalStateException("no cause")));
      default -> unreadable(context);
    };
  }

  // What was turned away before it was a request says by itself how it is to be answered.
  private static Optional<ApiException> undecoded(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> arrived
            && arrived.getNativeRequest().decoderResult().cause() instanceof ApiException reason
        ? Optional.of(reason)
        : Optional.empty();
  }

  // A request line or a header that is too long comes as 413 too, but it is no body that is too
  // large.
  private ApiError tooLarge(ErrorContext context) {
    return context.getRootCause().orElse(null) instanceof ContentLengthExceededException
            || bodyLimit.isExceededBy(context.getRequest().getContentLength())
        ? bodyLimit.exceeded()
        : Errors.malformedRequest("the request line or a header is too long.").error();
  }

  // Whatever else the framework refuses (400, 414, 431 …), it refuses because it could not read it.
  private ApiError unreadable(ErrorContext context) {
    Optional<Throwable> cause = context.getRootCause();
    return cause.isPresent() && cause.get() instanceof JsonProcessingException json
        ? Errors.malformedRequest(UnreadableJson.reason(json)).error()
        : Errors.malformedRequest(
                "the request line, a header or the body is not what this path takes.")
            .error();
  }

  private List<String> offered(HttpRequest<?> request) {
    return calls.of(request).operation().map(Operation::produces).orElse(JSON);
  }

  // An operation without a body reads none, but a client that sends one of JSON does no harm.
  private List<String> supported(HttpRequest<?> request) {
    return calls
        .of(request)
        .operation()
        .map(Operation::consumes)
        .filter(types -> !types.isEmpty())
        .orElse(JSON);
  }
}
