package dev.waymark.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Connections outside the pool, for what belongs to a session: advisory locks and {@code LISTEN}.
 * Whoever opens one closes it.
 */
@FunctionalInterface
public interface OwnConnections {
  /**
   * Connects anew.
   *
   * @param patience how long the server may be silent, from the first try to connect on, before the
   *     connection fails; whole seconds, at least one
   */
  Connection open(Duration patience) throws SQLException;
}
