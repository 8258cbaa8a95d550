package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/**
 * Answers what nobody expected, and what the framework throws where it has no handler of its own.
 */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private final ErrorAnswers answers;
  private final Failures failures;

  UnexpectedFailureHandler(ErrorAnswers answers, Failures failures) {
    this.answers = answers;
    this.failures = failures;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's interface is raw here.
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    return answers.answer(request, failures.error(request, failure));
  }
}
