package dev.waymark.server.requests;

import dev.waymark.errors.ChargeState;
import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Charge;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The calls that are kept, as their account sees them. */
@Singleton
final class CallLog {
  /** What an index leads to, the newest first. */
  private static final String REACHED =
      "SELECT * FROM request_log WHERE account_id = :account AND id >= :from"
          + " AND (CAST(:before AS text) IS NULL OR id < :before)";

  private static final String NEWEST_FIRST = " ORDER BY id DESC LIMIT :most";

  /** The account's call; another account's is not found. */
  Optional<LoggedCall> find(Handle handle, AccountId account, RequestId id, RequestId oldest) {
    return handle
        .createQuery(
            "SELECT * FROM request_log WHERE account_id = :account AND id = :id AND id >= :oldest")
        .bind("account", account.value())
        .bind("id", id.value())
        .bind("oldest", oldest.value())
        .map((row, _) -> call(row))
        .findOne();
  }

  /**
   * At most {@code count} of the account's calls, newest first, out of the newest {@code most} that
   * are looked at.
   */
  List<LoggedCall> list(Handle handle, AccountId account, CallSearch search, int count, int most) {
    return bound(
            handle.createQuery(
                "SELECT * FROM ("
                    + reached(search)
                    + NEWEST_FIRST
                    + ") looked WHERE (CAST(:status AS integer) IS NULL OR status = :status)"
                    + " AND (CAST(:key AS text) IS NULL OR key_id = :key)"
                    + " AND (CAST(:route AS text) IS NULL OR route = :route)"
                    + " ORDER BY id DESC LIMIT :count"),
            account,
            search)
        .bind("status", search.status().orElse(null))
        .bind("key", search.key().orElse(null))
        .bind("route", search.route().orElse(null))
        .bind("count", count)
        .bind("most", most)
        .map((row, _) -> call(row))
        .list();
  }

  /** The last of the {@code most} that {@link #list} looks at; nothing if there are fewer. */
  Optional<RequestId> lastLookedAt(Handle handle, AccountId account, CallSearch search, int most) {
    return bound(
            handle.createQuery(
                "SELECT id FROM ("
                    + reached(search)
                    + NEWEST_FIRST
                    + ") looked ORDER BY id DESC OFFSET :most - 1"),
            account,
            search)
        .bind("most", most)
        .mapTo(String.class)
        .findOne()
        .map(RequestId::new);
  }

  // Only errors have a code, and an index of their own, which is not used for "any code or this".
  private static String reached(CallSearch search) {
    return search.code().isPresent() ? REACHED + " AND code = :code" : REACHED;
  }

  private static Query bound(Query query, AccountId account, CallSearch search) {
    search.code().ifPresent(code -> query.bind("code", code));
    return query
        .bind("account", account.value())
        .bind("from", search.from().value())
        .bind("before", search.before().map(RequestId::value).orElse(null));
  }

  private static LoggedCall call(ResultSet row) throws SQLException {
    return new LoggedCall(
        new RequestId(row.getString("id")),
        new AccountId(row.getString("account_id")),
        new KeyId(row.getString("key_id")),
        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
        row.getLong("duration_ms"),
        row.getString("method"),
        Optional.ofNullable(row.getString("route")),
        Optional.ofNullable(row.getString("operation")),
        row.getInt("status"),
        Optional.ofNullable(row.getString("code")),
        Optional.ofNullable(row.getString("generation_id")),
        new Charge(
            ChargeState.valueOf(row.getString("charge_state").toUpperCase(Locale.ROOT)),
            new Credits(row.getLong("charge_credits"))),
        Optional.ofNullable(row.getString("replay_of")).map(RequestId::new));
  }
}
