package dev.waymark.server.requests;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Keeps answered calls in PostgreSQL, each batch by one statement, however large.
 *
 * <p>Every call ends here, so this is what costs PostgreSQL most of a cheap one: batches are
 * copied, in the order of the index, at half the price of inserting them.
 */
@Singleton
final class JdbcCallStore implements CallStore {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "text", call -> call.id().value()),
          new Column("account_id", "text", call -> call.account().value()),
          new Column("key_id", "text", call -> call.key().value()),
          new Column("mode", "text", call -> call.mode().wireName()),
          new Column("duration_ms", "bigint", LoggedCall::durationMillis),
          new Column("method", "text", LoggedCall::method),
          new Column("route", "text", call -> call.route().orElse(null)),
          new Column("operation", "text", call -> call.operation().orElse(null)),
          new Column("status", "integer", LoggedCall::status),
          new Column("code", "text", call -> call.code().orElse(null)),
          new Column("generation_id", "text", call -> call.generation().orElse(null)),
          new Column("charge_state", "text", call -> call.charge().state().wireName()),
          new Column("charge_credits", "bigint", call -> call.charge().credits().value()),
          new Column(
              "replay_of", "text", call -> call.original().map(id -> id.value()).orElse(null)));
  private static final String NAMES =
      String.join(", ", COLUMNS.stream().map(Column::name).toList());
  private static final String COPY = "COPY request_log (%s) FROM STDIN".formatted(NAMES);
  private static final String INSERT =
      "INSERT INTO request_log (%s) SELECT * FROM unnest(%s) ON CONFLICT DO NOTHING"
          .formatted(NAMES, String.join(", ", COLUMNS.stream().map(Column::array).toList()));
  private static final String NO_PARTITION = "23514";
  private static final String ALREADY_THERE = "23505";
  private static final Comparator<LoggedCall> BY_INDEX =
      Comparator.comparing((LoggedCall call) -> call.account().value())
          .thenComparing(call -> call.id().value());

  private final Jdbi jdbi;
  private final DayPartitions partitions;

  JdbcCallStore(Jdbi jdbi, DayPartitions partitions) {
    this.jdbi = jdbi;
    this.partitions = partitions;
  }

  private record Column(String name, String type, Function<LoggedCall, @Nullable Object> value) {
    String array() {
      return "CAST(? AS " + type + "[])";
    }
  }

  /** Makes the partitions that are missing, so that no call is lost for its time. */
  @Override
  public void keep(List<LoggedCall> batch) throws SQLException {
    batch.stream()
        .map(call -> DayPartitions.dayOf(call.receivedAt()))
        .distinct()
        .forEach(partitions::provide);
    try (Handle handle = jdbi.open()) {
      try {
        copy(handle.getConnection(), batch);
      } catch (SQLException e) {
        if (!ALREADY_THERE.equals(e.getSQLState())) {
          throw e;
        }
        insertMissing(handle.getConnection(), batch);
      }
    } catch (SQLException e) {
      if (NO_PARTITION.equals(e.getSQLState())) {
        partitions.forget();
      }
      throw e;
    }
  }

  private static void copy(Connection connection, List<LoggedCall> batch) throws SQLException {
    CopyText rows = new CopyText();
    batch.stream()
        .sorted(BY_INDEX)
        .forEach(call -> {
          COLUMNS.forEach(column -> rows.value(column.value().apply(call)));
          rows.endRow();
        });
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(text, 0, text.length);
    copy.endCopy();
  }

  // A batch that is tried again may be there already: its commit went through and the answer did
  // not.
  private static void insertMissing(Connection connection, List<LoggedCall> batch)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int place = 1;
      for (Column column : COLUMNS) {
        Object[] values = batch.stream().map(column.value()).toArray();
        insert.setArray(place++, connection.createArrayOf(column.type(), values));
      }
      insert.executeUpdate();
    }
  }
}
