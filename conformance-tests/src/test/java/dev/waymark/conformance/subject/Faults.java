package dev.waymark.conformance.subject;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Breaks the server in the middle of one request: the one that carries {@link #HEADER}. Its value
 * is what breaks, and after how many good uses, as in {@code database-lost 1}. Only what the
 * request's own thread uses counts: looking up a key that the server has not met is the first use
 * of the database, and a start has no other ({@link Generate#poison}).
 */
public final class Faults implements JdbiPlugin {
  public static final String HEADER = "X-Break";

  /** What a pool throws that gets no connection. */
  public static final String DATABASE_LOST = "database-lost";

  /** What nobody expects. */
  public static final String STORE_BROKEN = "store-broken";

  public static final String CLOCK_BROKEN = "clock-broken";

  private static final String USES = "test.uses";

  @Override
  public Handle customizeHandle(Handle handle) throws SQLException {
    if (isDue(DATABASE_LOST)) {
      throw new SQLTransientConnectionException("broken by a test");
    }
    if (isDue(STORE_BROKEN)) {
      throw new IllegalStateException("broken by a test");
    }
    return handle;
  }

  static void strikeClock() {
    if (isDue(CLOCK_BROKEN)) {
      throw new IllegalStateException("broken by a test");
    }
  }

  /** Once per request. */
  private static boolean isDue(String fault) {
    Optional<HttpRequest<Object>> request = ServerRequestContext.currentRequest();
    String[] order =
        request
            .flatMap(calling -> calling.getHeaders().findFirst(HEADER))
            .map(value -> value.split(" "))
            .orElse(new String[0]);
    if (order.length != 2 || !order[0].equals(fault)) {
      return false;
    }
    int uses = request.orElseThrow().getAttribute(USES, Integer.class).orElse(0);
    request.orElseThrow().setAttribute(USES, uses + 1);
    return uses == Integer.parseInt(order[1]);
  }
}
