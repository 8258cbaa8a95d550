package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import dev.waymark.client.transport.ClientClosed;
import dev.waymark.client.transport.NotInTime;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The call was not carried out: no connection came about in any attempt, a client with pacing had
 * no room for it within its time, or the client was closed before it could be sent again.
 */
public final class NotSentException extends UnansweredException {

  private static final long serialVersionUID = 1L;
  private static final String NEXT =
      "Check that the server runs at the base URL and can be reached from here, then call again.";
  private static final String NEXT_WITHOUT_ROOM =
      "Give the call more time by the deadline of the RetryPolicy, or make fewer calls at once.";

  private static final String NEXT_AFTER_CLOSING =
      "Close a client when its calls have ended, and call again with another one.";

  private final String next;

  NotSentException(
      String call, Attempts attempts, IOException cause, @Nullable String idempotencyKey) {
    super("Nothing was sent: " + call + ". " + next(cause), attempts, cause, idempotencyKey);
    this.next = next(cause);
  }

  @Override
  public String code() {
    return "NOT_SENT";
  }

  @Override
  public String next() {
    return next;
  }

  private static String next(IOException cause) {
    if (cause instanceof ClientClosed) {
      return NEXT_AFTER_CLOSING;
    }
    return cause instanceof NotInTime ? NEXT_WITHOUT_ROOM : NEXT;
  }
}
