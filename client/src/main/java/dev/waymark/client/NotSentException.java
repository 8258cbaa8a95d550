package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No connection came about in any attempt: the call was not carried out. */
public final class NotSentException extends UnansweredException {

  private static final long serialVersionUID = 1L;
  private static final String NEXT =
      "Check that the server runs at the base URL and can be reached from here, then call again.";

  NotSentException(
      String call, Attempts attempts, IOException cause, @Nullable String idempotencyKey) {
    super("Nothing was sent: " + call + ". " + NEXT, attempts, cause, idempotencyKey);
  }

  @Override
  public String code() {
    return "NOT_SENT";
  }

  @Override
  public String next() {
    return NEXT;
  }
}
