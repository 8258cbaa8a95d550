package dev.waymark.server.commits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done with rows of one form, as a statement over one array for each column: however many
 * rows there are, it is the same statement, which the database plans once.
 */
public final class Table {
  private final String sql;
  private final List<String> types;

  /**
   * @param sql what is to be done; {@code :rows} stands for the rows, under the name {@code r}
   * @param columns each as {@code name type}
   */
  public Table(String sql, String... columns) {
    List<String[]> named = Arrays.stream(columns).map(column -> column.split(" ", 2)).toList();
    this.types = named.stream().map(column -> column[1]).toList();
    String arrays =
        types.stream().map("CAST(? AS %s[])"::formatted).collect(Collectors.joining(", "));
    String names = named.stream().map(column -> column[0]).collect(Collectors.joining(", "));
    this.sql = sql.replace(":rows", "unnest(%s) AS r (%s)".formatted(arrays, names));
  }

  String sql() {
    return sql;
  }

  List<String> types() {
    return types;
  }
}
