package dev.waymark.conformance.subject;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/** The request log as the database has it, for comparison with what the wire says. */
public final class RequestLog {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private RequestLog() {}

  /** Returns when the call is there, without a call of its own. */
  public static void await(Jdbi jdbi, String id) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(jdbi, id)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The call " + id + " was not logged");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Whether any column of any call holds the text. */
  public static boolean holds(Jdbi jdbi, String text) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM request_log WHERE position(:text IN CAST(request_log AS text)) > 0)")
            .bind("text", text)
            .mapTo(Boolean.class)
            .one());
  }
}
