package dev.waymark.server.wallet;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Reads ledgers. */
@Singleton
public final class Transactions {
  // Entries from before calls were noted with them tell of the call that started their generation.
  private static final String SELECT =
      "SELECT e.id, e.kind, e.credits, e.balance_after, e.generation_id, e.note, e.created_at,"
          + " coalesce(e.request_id, g.request_id) AS request_id, coalesce(e.key_id, g.key_id) AS key_id,"
          + " CASE WHEN e.kind = 'settle' THEN g.credits_used END AS charged"
          + " FROM ledger_entry e LEFT JOIN generation g ON g.id = e.generation_id"
          + " WHERE e.account_id = :account";

  // One half for each of the two indexes that know generations.
  private static final String OF_GENERATION =
      " AND ((e.generation_id = :generation AND e.kind = 'hold')"
          + " OR (e.generation_id = :generation AND e.kind IN ('settle', 'release')))";

  Transactions() {}

  /**
   * Which entries are wanted; what is empty wants any, and all must hold.
   *
   * @param before only entries with lower ids
   */
  public record Search(
      Optional<TransactionKind> kind, Optional<GenerationId> generation, OptionalLong before) {}

  /** At most {@code count} entries of the account, the newest first. */
  public List<Transaction> list(Handle handle, AccountId account, Search search, int count) {
    String sql =
        SELECT
            // Not a parameter: the index of rare kinds is only used where the kind can be seen.
            + search.kind().map(kind -> " AND e.kind = '" + kind.wireName() + "'").orElse("")
            + (search.generation().isPresent() ? OF_GENERATION : "")
            + (search.before().isPresent() ? " AND e.id < :before" : "")
            + " ORDER BY e.id DESC LIMIT :count";
    var query = handle.createQuery(sql).bind("account", account.value()).bind("count", count);
    search.generation().ifPresent(generation -> query.bind("generation", generation.value()));
    search.before().ifPresent(id -> query.bind("before", id));
    return query.map((row, _) -> transaction(row)).list();
  }

  private static Transaction transaction(ResultSet row) throws SQLException {
    return new Transaction(
        row.getLong("id"),
        TransactionKind.of(row.getString("kind")),
        row.getLong("credits"),
        new Credits(row.getLong("balance_after")),
        Optional.ofNullable(row.getObject("charged", Long.class)).map(Credits::new),
        Optional.ofNullable(row.getString("generation_id")).map(GenerationId::new),
        Optional.ofNullable(row.getString("request_id")).map(RequestId::new),
        Optional.ofNullable(row.getString("key_id")).map(KeyId::new),
        Optional.ofNullable(row.getString("note")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
