package dev.waymark.benchmarks.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One transaction a hold: balance, ledger entry, generation, idempotency record, commit. The
 * wallet's name is the caller's key, so that not even a key is looked up.
 */
@Singleton
@Requires(property = "endpoint", value = "plain")
final class PlainHolds {
  /** As many connections as Waymark has by default. */
  private static final int CONNECTIONS = 10;

  private static final long PRICE = 40;

  private final HikariDataSource pool;
  private final AtomicLong serial = new AtomicLong(System.nanoTime());

  PlainHolds(
      @Property(name = "database.url") String url,
      @Property(name = "database.user") String user,
      @Property(name = "database.password") String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    pool = new HikariDataSource(config);
  }

  String hold(String key, String idempotencyKey, JsonNode body) throws SQLException {
    String id = "gen_%026d".formatted(serial.incrementAndGet());
    try (Connection connection = pool.getConnection()) {
      try {
        enter(connection, key, id, take(connection, key));
        keep(connection, key, id, body);
        remember(connection, key, idempotencyKey, id);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
    return id;
  }

  private static long take(Connection connection, String key) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE plain.account SET balance = balance - ? WHERE id = ? AND balance >= ? RETURNING balance")) {
      update.setLong(1, PRICE);
      update.setString(2, key);
      update.setLong(3, PRICE);
      try (ResultSet left = update.executeQuery()) {
        if (!left.next()) {
          throw new SQLException("the plain account is empty, or not there");
        }
        return left.getLong(1);
      }
    }
  }

  private static void enter(Connection connection, String key, String id, long after)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO plain.ledger_entry (account_id, kind, credits, balance_after, generation_id)"
                + " VALUES (?, 'hold', ?, ?, ?)")) {
      insert.setString(1, key);
      insert.setLong(2, -PRICE);
      insert.setLong(3, after);
      insert.setString(4, id);
      insert.executeUpdate();
    }
  }

  private static void keep(Connection connection, String key, String id, JsonNode body)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO plain.generation (id, account_id, status, model, prompt, parameters, credits_estimate)"
                + " VALUES (?, ?, 'pending', ?, ?, CAST(? AS json), ?)")) {
      insert.setString(1, id);
      insert.setString(2, key);
      insert.setString(3, body.path("model").asText());
      insert.setString(4, body.path("prompt").asText());
      insert.setString(5, body.toString());
      insert.setLong(6, PRICE);
      insert.executeUpdate();
    }
  }

  private static void remember(Connection connection, String key, String idempotencyKey, String id)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO plain.idempotency_record (account_id, key, made) VALUES (?, ?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, idempotencyKey);
      insert.setString(3, id);
      insert.executeUpdate();
    }
  }
}
