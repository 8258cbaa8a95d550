package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what our own code refused by catalogue name. */
@Singleton
final class ApiExceptionHandler implements ExceptionHandler<ApiException, HttpResponse<?>> {
  private final ErrorAnswers answers;

  ApiExceptionHandler(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's interface is raw here.
  public HttpResponse<?> handle(HttpRequest request, ApiException refusal) {
    return answers.answer(request, refusal.error());
  }
}
