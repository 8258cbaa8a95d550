package dev.waymark.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes to the books past their guards, and in order all the same: every balance is the sum of its
 * entries before and after.
 */
public final class Books {
  private static final int PAIRS_AT_ONCE = 250_000;

  private static final String END_PENDING =
      """
      WITH ended AS (
        UPDATE generation SET status = 'cancelled', credits_used = 0, finished_at = now()
        WHERE status = 'pending' AND id > ? RETURNING id, account_id, credits_estimate),
      moved AS (
        UPDATE account a SET balance = a.balance + e.credits
        FROM (SELECT account_id, sum(credits_estimate) AS credits FROM ended GROUP BY account_id) e
        WHERE a.id = e.account_id RETURNING a.id, a.balance - e.credits AS before)
      INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)
      SELECT e.account_id, 'release', e.credits_estimate,
             m.before + sum(e.credits_estimate) OVER (PARTITION BY e.account_id ORDER BY e.id), e.id, now()
      FROM ended e JOIN moved m ON m.id = e.account_id ORDER BY e.id
      """;

  // Kept beside the generations since they are started in batches.
  private static final String COUNTS_IN_FLIGHT =
      "SELECT count(*) FROM information_schema.columns WHERE table_name = 'account' AND column_name = 'in_flight'";
  private static final String COUNT_IN_FLIGHT =
      """
      UPDATE account a SET in_flight = (
        SELECT count(*) FROM generation g WHERE g.account_id = a.id AND g.status IN ('pending', 'processing'))
      WHERE in_flight > 0
      """;

  private static final String GENERATIONS =
      """
      INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters, credits_estimate,
                              credits_used, created_at, started_at, finished_at, available_at)
      SELECT 'gen_00' || lpad(n::text, 24, '0'), ACCOUNT, 'req_00' || lpad(n::text, 24, '0'), 'completed', 'atlas-1',
             'a mountain lake at dusk, snow, deep blue',
             '{"aspect_ratio":"16:9","resolution":"2K","seed":1648114131}', 40, 40, at, at, at, at
      FROM generate_series(?::bigint, ?::bigint) n, (SELECT now() - interval '2 days' AS at) made
      """;
  private static final String ENTRIES =
      """
      INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)
      SELECT ACCOUNT, kind, credits, START - 40 * ((n - FIRST) / ACCOUNTS + 1), 'gen_00' || lpad(n::text, 24, '0'),
             now() - interval '2 days'
      FROM generate_series(?::bigint, ?::bigint) n, (VALUES (1, 'hold', -40), (2, 'settle', 0)) e (turn, kind, credits)
      ORDER BY n, turn
      """;
  private static final String BALANCES =
      "UPDATE account SET balance = balance - 40 * ? WHERE starts_with(id, ?)";

  private final Database database;

  public Books(Database database) {
    this.database = database;
  }

  /** Ends what waits for a worker and was started after this generation. */
  public void endPendingAfter(String generation) throws SQLException {
    try (Connection connection = unguarded();
        PreparedStatement end = connection.prepareStatement(END_PENDING);
        Statement statement = connection.createStatement()) {
      end.setString(1, generation);
      end.executeUpdate();
      if (!database.ask(COUNTS_IN_FLIGHT).equals("0")) {
        statement.execute(COUNT_IN_FLIGHT);
      }
      statement.execute("VACUUM (ANALYZE) generation, account");
    }
  }

  /**
   * Gives accounts that were just made a past: finished generations, each with its hold and its
   * settlement, the same number for each account.
   *
   * @param from how many such entries there are of all groups, an even number
   * @param until how many there are then
   */
  public void fill(String group, int accounts, long from, long until) throws SQLException {
    long first = from / 2;
    long end = until / 2;
    try (Connection connection = unguarded();
        PreparedStatement generations =
            connection.prepareStatement(named(GENERATIONS, group, accounts, first));
        PreparedStatement entries =
            connection.prepareStatement(named(ENTRIES, group, accounts, first));
        PreparedStatement balances = connection.prepareStatement(BALANCES);
        Statement statement = connection.createStatement()) {
      for (long pair = first; pair < end; pair += PAIRS_AT_ONCE) {
        for (PreparedStatement insert : new PreparedStatement[] {generations, entries}) {
          insert.setLong(1, pair);
          insert.setLong(2, Math.min(pair + PAIRS_AT_ONCE, end) - 1);
          insert.executeUpdate();
        }
      }
      balances.setLong(1, (end - first) / accounts);
      balances.setString(2, Accounts.start(group));
      balances.executeUpdate();
      // As an autovacuum would leave them, which must not run beside what is measured.
      statement.execute("VACUUM (ANALYZE) ledger_entry, generation, account");
      statement.execute("CHECKPOINT");
    }
  }

  private static String named(String insert, String group, int accounts, long first) {
    return insert
        .replace("ACCOUNTS", String.valueOf(accounts))
        .replace(
            "ACCOUNT",
            "'%s' || lpad((n %% %d)::text, 20, '0')".formatted(Accounts.start(group), accounts))
        .replace("START", String.valueOf(Accounts.CREDITS))
        .replace("FIRST", String.valueOf(first));
  }

  private Connection unguarded() throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute("SET synchronous_commit = off");
    }
    return connection;
  }
}
