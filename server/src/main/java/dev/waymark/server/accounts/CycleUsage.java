package dev.waymark.server.accounts;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Wallet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Counts what accounts have done in their running cycles.
 *
 * <p>An account can have made a million entries in a cycle. What has been counted is kept, so that
 * the next one who asks counts only what was entered since; starts and ends pay nothing for it.
 */
@Singleton
final class CycleUsage {
  /** So many new entries are counted again rather than written down. */
  private static final int FEW = 500;

  private static final String SELECT =
      """
      SELECT a.id, a.balance, a.purchased, a.in_flight, a.cycle_started_at, a.cycle_ends_at,
             CASE WHEN a.in_flight = 0 THEN 0 ELSE (
               SELECT coalesce(sum(g.credits_estimate), 0) FROM generation g
               WHERE g.account_id = a.id AND g.status IN ('pending', 'processing')) END AS held,
             CASE WHEN u.cycle_started_at = a.cycle_started_at THEN u.generations ELSE 0 END + since.generations AS generations,
             CASE WHEN u.cycle_started_at = a.cycle_started_at THEN u.credits_used ELSE 0 END + since.credits_used AS credits_used,
             since.entries, since.through_entry
      FROM account a
      LEFT JOIN cycle_usage u ON u.account_id = a.id
      CROSS JOIN LATERAL usage_since(a.id, coalesce(u.through_entry, 0), a.cycle_started_at) since
      WHERE a.id = ANY (:ids)
      """;

  private final int few;

  @Inject
  CycleUsage() {
    this(FEW);
  }

  CycleUsage(int few) {
    this.few = few;
  }

  /** The accounts that exist, all of one moment. */
  Map<AccountId, Statement> statements(Handle handle, List<String> ids) {
    Map<AccountId, Statement> statements = new HashMap<>();
    handle
        .createQuery(SELECT)
        .bindArray("ids", String.class, ids)
        .map((row, _) -> new Counted(row))
        .list()
        .forEach(counted -> {
          statements.put(counted.account, counted.statement);
          if (counted.entries > few) {
            keep(handle, counted);
          }
        });
    return statements;
  }

  private static void keep(Handle handle, Counted counted) {
    handle
        .createUpdate(
            "INSERT INTO cycle_usage (account_id, cycle_started_at, through_entry, generations, credits_used)"
                + " VALUES (:account, :start, :through, :generations, :used)"
                + " ON CONFLICT (account_id) DO UPDATE SET cycle_started_at = excluded.cycle_started_at,"
                + " through_entry = excluded.through_entry, generations = excluded.generations,"
                + " credits_used = excluded.credits_used"
                // Somebody else may have counted further meanwhile.
                + " WHERE cycle_usage.through_entry < excluded.through_entry")
        .bind("account", counted.account.value())
        .bind("start", counted.statement.wallet().cycleStartedAt().atOffset(ZoneOffset.UTC))
        .bind("through", counted.through)
        .bind("generations", counted.statement.accepted())
        .bind("used", counted.statement.used().value())
        .execute();
  }

  private static final class Counted {
    final AccountId account;
    final Statement statement;
    final long entries;
    final long through;

    Counted(ResultSet row) throws SQLException {
      account = new AccountId(row.getString("id"));
      statement =
          new Statement(
              new Wallet(
                  new Credits(row.getLong("balance")),
                  instant(row, "cycle_started_at"),
                  instant(row, "cycle_ends_at")),
              new Credits(row.getLong("purchased")),
              new Credits(row.getLong("held")),
              row.getInt("in_flight"),
              row.getLong("generations"),
              new Credits(row.getLong("credits_used")));
      entries = row.getLong("entries");
      through = row.getLong("through_entry");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
      return row.getObject(column, OffsetDateTime.class).toInstant();
    }
  }
}
