package dev.waymark.server.cluster;

import dev.waymark.server.database.OwnConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A node's session at the database: as long as it is open the node holds its lock and hears of
 * changes. Every method fails when the server is silent for two seconds.
 */
final class Session implements AutoCloseable {
  static final String CHANNEL = "waymark_change";

  /** The first half of the locks of nodes, which sets them apart from other advisory locks. */
  static final int LOCK_CLASS = 0x57_41_59_4d;

  /** The numbers whose locks are held. */
  static final String HELD =
      """
      SELECT objid::bigint AS number FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND classid = %d AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """
          .formatted(LOCK_CLASS);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Connection connection;

  private Session(Connection connection) {
    this.connection = connection;
  }

  static Session open(OwnConnections connections, String name, Instant now) throws SQLException {
    Connection connection = connections.open(PATIENCE);
    try {
      Session session = new Session(connection);
      session.join(name, now);
      return session;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  // The number is new each time: the lock of the one before can outlive a connection that was lost
  // until the server notices.
  private void join(String name, Instant now) throws SQLException {
    connection.setAutoCommit(false);
    execute("DELETE FROM node WHERE name = ?", name);
    int number = number(name, now);
    execute("SELECT pg_advisory_lock(?, ?)", LOCK_CLASS, number);
    execute("LISTEN " + CHANNEL);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private int number(String name, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO node (name, started_at) VALUES (?, ?) RETURNING number")) {
      insert.setString(1, name);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = insert.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /**
   * Everything that was told on the channel since the last time, and at least by every transaction
   * whose commit had been answered when this was called: PostgreSQL signals all listeners before it
   * answers a commit, and a signalled session sends what it has missed before it says that it is
   * ready again.
   */
  List<String> hear() throws SQLException {
    execute("SELECT 1");
    List<String> heard = new ArrayList<>();
    for (PGNotification told : connection.unwrap(PGConnection.class).getNotifications()) {
      heard.add(told.getParameter());
    }
    return heard;
  }

  /** The names of all nodes that are known, and whether they hold their locks. */
  Map<String, Boolean> look() throws SQLException {
    String sql =
        """
        SELECT node.name, held.number IS NOT NULL
        FROM node LEFT JOIN (%s) held USING (number)
        """
            .formatted(HELD);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      Map<String, Boolean> found = new HashMap<>();
      while (rows.next()) {
        found.put(rows.getString(1), rows.getBoolean(2));
      }
      return found;
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
