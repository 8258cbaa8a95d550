package dev.waymark.conformance.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database, past all servers, whether the books are in order. */
final class Books {
  private final Connection database;

  Books(Connection database) {
    this.database = database;
  }

  /**
   * Returns when every generation has ended, or fails after this many looks of a fifth of a second.
   */
  void awaitQuiet(int looks) throws SQLException {
    for (int look = 0; look < looks; look++) {
      if (strings("SELECT id FROM generation WHERE status IN ('pending', 'processing') LIMIT 1")
          .isEmpty()) {
        return;
      }
      strings("SELECT pg_sleep(0.2)::text");
    }
    throw new AssertionError(
        "these never ended: "
            + strings(
                "SELECT id || ' ' || status || ' available ' || available_at FROM generation WHERE status IN ('pending', 'processing') LIMIT 5"));
  }

  /** Accounts whose entries do not add up to a balance that is not negative. */
  List<String> wrongBalances() throws SQLException {
    return strings(
        """
        SELECT a.id || ' has ' || a.balance || ' and entries of ' || coalesce(sum(e.credits), 0)
        FROM account a LEFT JOIN ledger_entry e ON e.account_id = a.id
        GROUP BY a.id HAVING a.balance <> coalesce(sum(e.credits), 0) OR a.balance < 0
        """);
  }

  /** Generations without exactly one hold and exactly one end of the right size. */
  List<String> wrongGenerations() throws SQLException {
    return strings(
        """
        SELECT g.id || ' ' || g.status FROM generation g LEFT JOIN ledger_entry e ON e.generation_id = g.id
        GROUP BY g.id
        HAVING count(*) FILTER (WHERE e.kind = 'hold' AND e.credits = -g.credits_estimate) <> 1
            OR count(*) FILTER (WHERE e.kind = CASE g.status WHEN 'completed' THEN 'settle' ELSE 'release' END
                                  AND e.credits = g.credits_estimate - coalesce(g.credits_used, 0)) <> 1
            OR count(*) <> 2
        """);
  }

  /** Accounts that keep slots though nothing of theirs is in flight. */
  List<String> leakedSlots() throws SQLException {
    return strings("SELECT id || ' keeps ' || in_flight FROM account WHERE in_flight <> 0");
  }

  /** The ids of all generations. */
  List<String> generations() throws SQLException {
    return strings("SELECT id FROM generation ORDER BY id");
  }

  /** How many generations are in a status. */
  int count(String status) throws SQLException {
    return strings("SELECT id FROM generation WHERE status = '" + status + "'").size();
  }

  private List<String> strings(String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
