package dev.waymark.server.commits;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for a {@link Table}, column by column. */
public final class Rows {
  private final Table table;
  private final List<List<@Nullable Object>> columns = new ArrayList<>();

  public Rows(Table table) {
    this.table = table;
    table.types().forEach(_ -> columns.add(new ArrayList<>()));
  }

  /**
   * Adds a row: a text, a number, bytes, or null for each column. Times and JSON are texts here.
   */
  public void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(columns.size() + " values make a row");
    }
    for (int column = 0; column < values.length; column++) {
      columns.get(column).add(values[column]);
    }
  }

  boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  String sql() {
    return table.sql();
  }

  List<Array> arrays(Connection connection) throws SQLException {
    List<Array> arrays = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      String type = table.types().get(column);
      arrays.add(connection.createArrayOf(type, array(type, columns.get(column))));
    }
    return arrays;
  }

  // The driver sends arrays of these classes as they are, and others by way of their texts.
  private static @Nullable Object[] array(String type, List<@Nullable Object> values) {
    return switch (type) {
      case "bigint" -> values.toArray(new Long[0]);
      case "integer" -> values.toArray(new Integer[0]);
      case "bytea" -> values.toArray(new byte[0][]);
      default -> {
        @Nullable String[] texts = new String[values.size()];
        for (int index = 0; index < texts.length; index++) {
          Object value = values.get(index);
          texts[index] = value == null ? null : value.toString();
        }
        yield texts;
      }
    };
  }
}
