package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The call was sent and no whole answer came: it may have been carried out or not. With an {@link
 * #idempotencyKey()}, the same call with the same key gives the answer that was lost, and is never
 * charged twice; the server keeps it for 24 hours.
 */
public final class AnswerUnknownException extends UnansweredException {

  private static final long serialVersionUID = 1L;

  private final String next;

  AnswerUnknownException(
      String call, Attempts attempts, IOException cause, @Nullable String idempotencyKey) {
    super("No answer to " + call + ". " + next(idempotencyKey), attempts, cause, idempotencyKey);
    this.next = next(idempotencyKey);
  }

  @Override
  public String code() {
    return "ANSWER_UNKNOWN";
  }

  @Override
  public String next() {
    return next;
  }

  private static String next(@Nullable String idempotencyKey) {
    return idempotencyKey == null
        ? "Call again: it does no more the second time than the first."
        : "It may have been done: call again with the Idempotency-Key "
            + idempotencyKey
            + ", which gives the lost answer and never charges twice.";
  }
}
