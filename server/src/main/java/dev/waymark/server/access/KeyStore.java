package dev.waymark.server.access;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.KeyId;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys as hashes.
 *
 * <p>Whoever changes a key, or name, plan or models of an account, calls {@link #changed} in the
 * same transaction and {@link #forget} when that is committed, before it answers. Then the change
 * holds on this node from the answer on, and on all others within a second.
 */
@Singleton
public final class KeyStore {
  private static final String SELECT =
      "SELECT " + KeyRow.COLUMNS + " FROM api_key k JOIN account a ON a.id = k.account_id ";

  private final CachedCallers callers;
  private final Ids ids;
  private final Clock clock;

  KeyStore(CachedCallers callers, Ids ids, Clock clock) {
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a key of the account, a test key if it is a sandbox. */
  public IssuedKey issue(Handle tx, AccountId account, NewKey wanted) {
    KeyId id = ids.key();
    KeyText key = KeyText.mint(mode(tx, account), ids);
    var insert =
        tx.createUpdate(
            "INSERT INTO api_key (id, account_id, name, prefix, hash, scopes, models, allowed_ips, error_format,"
                + " created_at, expires_at)"
                + " VALUES (:id, :account, :name, :prefix, :hash, :scopes, :models, :allowedIps, :errorFormat,"
                + " :now, :expiresAt)");
    bindScopes(insert, wanted.scopes())
        .bind("id", id.value())
        .bind("account", account.value())
        .bind("name", wanted.name())
        .bind("prefix", key.prefix())
        .bind("hash", key.hash())
        .bindBySqlType("models", array(wanted.models()), Types.ARRAY)
        .bindBySqlType("allowedIps", array(wanted.allowedIps()), Types.ARRAY)
        .bind("errorFormat", wanted.errorFormat().wireName())
        .bind("now", now())
        .bind("expiresAt", time(wanted.expiresAt()))
        .execute();
    return new IssuedKey(id, key);
  }

  /** The key, if it is one of these accounts'. */
  public Optional<ApiKey> find(Handle handle, Set<AccountId> accounts, KeyId id) {
    return find(handle, accounts, id, "");
  }

  /** The same, kept from being changed by others until the transaction ends. */
  public Optional<ApiKey> lock(Handle tx, Set<AccountId> accounts, KeyId id) {
    return find(tx, accounts, id, " FOR UPDATE OF k");
  }

  private static Optional<ApiKey> find(
      Handle handle, Set<AccountId> accounts, KeyId id, String locking) {
    return handle
        .createQuery(SELECT + "WHERE k.id = :id AND k.account_id = ANY(:accounts)" + locking)
        .bind("id", id.value())
        .bindArray("accounts", String.class, values(accounts))
        .map((row, _) -> KeyRow.key(row))
        .findOne();
  }

  /**
   * At most {@code count} keys of these accounts, the newest first; revoked and expired ones too.
   *
   * @param before only keys that are older than this one
   */
  public List<ApiKey> list(
      Handle handle, Set<AccountId> accounts, Optional<KeyId> before, int count) {
    var query =
        handle.createQuery(
            SELECT
                + "WHERE k.account_id = ANY(:accounts)"
                + (before.isPresent() ? " AND k.id < :before" : "")
                + " ORDER BY k.id DESC LIMIT :count");
    before.ifPresent(id -> query.bind("before", id.value()));
    return query
        .bindArray("accounts", String.class, values(accounts))
        .bind("count", count)
        .map((row, _) -> KeyRow.key(row))
        .list();
  }

  /** Gives the key with this id the name, scopes, limits, error format and expiry of this one. */
  public void update(Handle tx, ApiKey changed) {
    var update =
        tx.createUpdate(
            "UPDATE api_key SET name = :name, scopes = :scopes, models = :models, allowed_ips = :allowedIps,"
                + " error_format = :errorFormat, expires_at = :expiresAt WHERE id = :id");
    bindScopes(update, changed.scopes())
        .bind("id", changed.id().value())
        .bind("name", changed.name())
        .bindBySqlType("models", array(changed.models()), Types.ARRAY)
        .bindBySqlType("allowedIps", array(changed.allowedIps()), Types.ARRAY)
        .bind("errorFormat", changed.errorFormat().wireName())
        .bind("expiresAt", time(changed.expiresAt()))
        .execute();
  }

  /** Revokes the key for good; one that is revoked stays so from when it first was. */
  public void revoke(Handle tx, KeyId id) {
    tx.createUpdate("UPDATE api_key SET revoked_at = coalesce(revoked_at, :now) WHERE id = :id")
        .bind("id", id.value())
        .bind("now", now())
        .execute();
  }

  /**
   * Tells all nodes, when the transaction commits, that a key of the account, or its name, plan or
   * models may have changed. A sandbox stands for the account that it belongs to.
   */
  public void changed(Handle tx, AccountId account) {
    callers.announce(
        tx,
        tx.createQuery("SELECT coalesce(sandbox_of, id) FROM account WHERE id = :account")
            .bind("account", account.value())
            .map((row, _) -> new AccountId(row.getString(1)))
            .one());
  }

  /** Has a committed change hold on this node from now on; to be called before it is answered. */
  public void forget(AccountId account) {
    callers.forget(account);
  }

  private static Mode mode(Handle tx, AccountId account) {
    return Mode.of(
        tx.createQuery("SELECT sandbox_of IS NOT NULL FROM account WHERE id = :account")
            .bind("account", account.value())
            .mapTo(Boolean.class)
            .one());
  }

  private static <S extends SqlStatement<S>> S bindScopes(S statement, Set<Scope> scopes) {
    return statement.bindArray(
        "scopes", String.class, scopes.stream().sorted().map(Scope::wireName).toList());
  }

  private static List<String> values(Set<AccountId> accounts) {
    return accounts.stream().map(AccountId::value).toList();
  }

  private static String @Nullable [] array(Optional<? extends Collection<String>> words) {
    return words.map(list -> list.toArray(String[]::new)).orElse(null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
