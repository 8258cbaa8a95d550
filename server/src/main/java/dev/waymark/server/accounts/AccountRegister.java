package dev.waymark.server.accounts;

import dev.waymark.server.ids.AccountId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All accounts but sandboxes, for whoever manages them. */
@Singleton
public final class AccountRegister {
  private static final String SELECT =
      "SELECT a.id, a.name, a.plan, a.created_at,"
          + " ARRAY(SELECT m.model FROM account_model m WHERE m.account_id = a.id) AS models"
          + " FROM account a WHERE a.sandbox_of IS NULL ";

  AccountRegister() {}

  /** The account; nothing for the id of a sandbox. */
  public Optional<StoredAccount> find(Handle handle, AccountId id) {
    return handle
        .createQuery(SELECT + "AND a.id = :id")
        .bind("id", id.value())
        .map((row, _) -> account(row))
        .findOne();
  }

  /** The same; nobody else changes the account or its sandbox until the transaction ends. */
  public Optional<StoredAccount> lock(Handle tx, AccountId id) {
    // In the order in which everyone locks accounts.
    tx.createQuery(
            "SELECT id FROM account WHERE id = :id OR sandbox_of = :id ORDER BY id FOR NO KEY UPDATE")
        .bind("id", id.value())
        .mapTo(String.class)
        .list();
    return find(tx, id);
  }

  /**
   * At most {@code count} accounts, the newest first.
   *
   * @param before only accounts that are older than this one
   */
  public List<StoredAccount> list(Handle handle, Optional<AccountId> before, int count) {
    var query =
        handle.createQuery(
            SELECT
                + (before.isPresent() ? "AND a.id < :before " : "")
                + "ORDER BY a.id DESC LIMIT :count");
    before.ifPresent(id -> query.bind("before", id.value()));
    return query.bind("count", count).map((row, _) -> account(row)).list();
  }

  /** Gives the account with this id the name, plan and models of this one; its sandbox follows. */
  public void update(Handle tx, StoredAccount changed) {
    tx.createUpdate(
            "UPDATE account SET name = :name, plan = :plan WHERE id = :id OR sandbox_of = :id")
        .bind("name", changed.name())
        .bind("plan", changed.plan())
        .bind("id", changed.id().value())
        .execute();
    tx.createUpdate(
            "DELETE FROM account_model WHERE account_id = :id AND NOT model = ANY (:models)")
        .bind("id", changed.id().value())
        .bindArray("models", String.class, changed.models())
        .execute();
    tx.createUpdate(
            "INSERT INTO account_model (account_id, model) SELECT :id, unnest(:models) ON CONFLICT DO NOTHING")
        .bind("id", changed.id().value())
        .bindArray("models", String.class, changed.models())
        .execute();
  }

  private static StoredAccount account(ResultSet row) throws SQLException {
    return new StoredAccount(
        new AccountId(row.getString("id")),
        row.getString("name"),
        row.getString("plan"),
        Arrays.stream((Object[]) row.getArray("models").getArray()).map(Object::toString).toList(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
