package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Makes the exception of a call that got no answer. */
final class Unanswered {

  private Unanswered() {}

  static UnansweredException exception(
      HttpRequest request, IOException failure, Attempts attempts) {
    String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String call =
        "%s (%s%s)".formatted(Shown.call(request), failure.getClass().getSimpleName(), reason);
    @Nullable String key = request.headers().firstValue("Idempotency-Key").orElse(null);
    return attempts.outcomeUnknown()
        ? new AnswerUnknownException(call, attempts, failure, key)
        : new NotSentException(call, attempts, failure, key);
  }
}
