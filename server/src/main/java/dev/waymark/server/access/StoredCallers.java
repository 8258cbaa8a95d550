package dev.waymark.server.access;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks up in the database who is behind a key, as of the moment of asking.
 *
 * <p>A key of a sandbox is a test key. Plan, models and name of a sandbox are those of the account
 * that it belongs to, at any time.
 */
@Singleton
final class StoredCallers {
  private static final String FIND =
      "SELECT "
          + KeyRow.COLUMNS
          + """
          , k.hash, a.id AS account_id, owner.id AS owner_id, owner.name AS account_name, owner.plan,
                 ARRAY(SELECT m.model FROM account_model m WHERE m.account_id = owner.id) AS models
          FROM api_key k
          JOIN account a ON a.id = k.account_id
          JOIN account owner ON owner.id = coalesce(a.sandbox_of, a.id)
          WHERE k.hash = :hash
          """;

  private final Jdbi jdbi;
  private final Plans plans;

  StoredCallers(Jdbi jdbi, Plans plans) {
    this.jdbi = jdbi;
    this.plans = plans;
  }

  Optional<StoredCaller> find(KeyHash hash) {
    return jdbi.withHandle(handle ->
            handle
                .createQuery(FIND)
                .bind("hash", hash.bytes())
                .map((row, _) -> caller(row))
                .findOne())
        .filter(found -> found.hash().equals(hash));
  }

  private StoredCaller caller(ResultSet row) throws SQLException {
    return new StoredCaller(
        new KeyHash(row.getBytes("hash")),
        new Caller(
            new AccountId(row.getString("account_id")),
            row.getString("account_name"),
            plans.get(row.getString("plan")),
            KeyRow.words(row, "models").map(Set::copyOf).orElseThrow(),
            KeyRow.key(row)),
        new AccountId(row.getString("owner_id")));
  }
}
