package dev.waymark.server.commits;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * All that a batch writes, as one statement: the guards of the database look at accounts, entries
 * and generations when all of them are there.
 */
public final class BatchStatement {
  private final List<Rows> all = new ArrayList<>();

  /** Has these rows written; none are left out. */
  public void add(Rows rows) {
    if (!rows.isEmpty()) {
      all.add(rows);
    }
  }

  void execute(Handle tx) {
    if (all.isEmpty()) {
      return;
    }
    Connection connection = tx.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      int position = 1;
      for (Rows rows : all) {
        for (Array array : rows.arrays(connection)) {
          statement.setArray(position++, array);
        }
      }
      statement.execute();
    } catch (SQLException e) {
      throw new BatchFailure(e);
    }
  }

  private String sql() {
    StringBuilder sql = new StringBuilder("WITH ");
    for (int part = 0; part < all.size(); part++) {
      sql.append(part == 0 ? "" : ", ")
          .append("part")
          .append(part)
          .append(" AS (")
          .append(all.get(part).sql())
          .append(')');
    }
    return sql.append(" SELECT 1").toString();
  }
}
