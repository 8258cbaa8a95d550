package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No whole answer came. Which of the two it is tells what is known of the call. */
public abstract sealed class UnansweredException extends WaymarkException
    permits NotSentException, AnswerUnknownException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String idempotencyKey;

  UnansweredException(
      String message, Attempts attempts, IOException cause, @Nullable String idempotencyKey) {
    super(message, attempts, cause);
    this.idempotencyKey = idempotencyKey;
  }

  @Override
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}
