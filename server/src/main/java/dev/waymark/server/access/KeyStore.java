package dev.waymark.server.access;

import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.plans.Plans;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps keys as hashes, and finds the caller behind one.
 *
 * <p>Nothing is cached: a revocation or a change of plan holds from the moment that its transaction
 * commits.
 *
 * <p>A key of a sandbox is a test key. Plan, models and name of a sandbox are those of the account
 * that it belongs to, at any time.
 */
@Singleton
public final class KeyStore {
  private static final String FIND =
      """
      SELECT k.id, k.name, k.prefix, k.operator, k.error_format, k.created_at, k.expires_at, k.revoked_at,
             a.sandbox_of IS NOT NULL AS sandbox,
             a.id AS account_id, owner.name AS account_name, owner.plan,
             ARRAY(SELECT m.model FROM account_model m WHERE m.account_id = owner.id) AS models
      FROM api_key k
      JOIN account a ON a.id = k.account_id
      JOIN account owner ON owner.id = coalesce(a.sandbox_of, a.id)
      WHERE k.hash = :hash
      """;

  private final Jdbi jdbi;
  private final Plans plans;
  private final Ids ids;
  private final Clock clock;

  KeyStore(Jdbi jdbi, Plans plans, Ids ids, Clock clock) {
    this.jdbi = jdbi;
    this.plans = plans;
    this.ids = ids;
    this.clock = clock;
  }

  Optional<Caller> find(KeyText key) {
    return jdbi.withHandle(handle ->
        handle.createQuery(FIND).bind("hash", key.hash()).map((row, _) -> caller(row)).findOne());
  }

  /** Makes a key with native errors. */
  public KeyText issue(Handle tx, AccountId account, String name, boolean operator) {
    return issue(tx, account, name, operator, Rendering.NATIVE);
  }

  /**
   * Makes a key of the account, a test key if it is a sandbox. The text that is returned is the
   * only copy there will ever be.
   */
  public KeyText issue(
      Handle tx, AccountId account, String name, boolean operator, Rendering errorFormat) {
    KeyText key = KeyText.mint(mode(tx, account), ids);
    tx.createUpdate(
            "INSERT INTO api_key (id, account_id, name, prefix, hash, operator, error_format, created_at)"
                + " VALUES (:id, :account, :name, :prefix, :hash, :operator, :errorFormat, :now)")
        .bind("id", ids.key().value())
        .bind("account", account.value())
        .bind("name", name)
        .bind("prefix", key.prefix())
        .bind("hash", key.hash())
        .bind("operator", operator)
        .bind("errorFormat", errorFormat.wireName())
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
    return key;
  }

  private static Mode mode(Handle tx, AccountId account) {
    boolean sandbox =
        tx.createQuery("SELECT sandbox_of IS NOT NULL FROM account WHERE id = :account")
            .bind("account", account.value())
            .mapTo(Boolean.class)
            .one();
    return mode(sandbox);
  }

  private static Mode mode(boolean sandbox) {
    return sandbox ? Mode.TEST : Mode.LIVE;
  }

  private Caller caller(ResultSet row) throws SQLException {
    return new Caller(
        new AccountId(row.getString("account_id")),
        row.getString("account_name"),
        plans.get(row.getString("plan")),
        models(row),
        new ApiKey(
            new KeyId(row.getString("id")),
            row.getString("name"),
            row.getString("prefix"),
            mode(row.getBoolean("sandbox")),
            Rendering.byWireName(row.getString("error_format")).orElse(Rendering.NATIVE),
            row.getBoolean("operator"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            instant(row, "expires_at"),
            instant(row, "revoked_at")));
  }

  private static Set<String> models(ResultSet row) throws SQLException {
    return Arrays.stream((Object[]) row.getArray("models").getArray())
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
