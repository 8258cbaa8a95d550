package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.accounts.AccountRegister;
import dev.waymark.server.accounts.Statement;
import dev.waymark.server.accounts.Statements;
import dev.waymark.server.accounts.StoredAccount;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.Shortened;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Shows and changes accounts. Sandboxes are none of them: they are as the accounts that they belong
 * to.
 */
@Singleton
final class Accounts {
  private static final int MAX_SHOWN = 64;

  private final Jdbi jdbi;
  private final AccountRegister register;
  private final Statements statements;
  private final AccountBodies bodies;
  private final KeyStore keys;
  private final Ledger ledger;
  private final Plans plans;

  Accounts(
      Jdbi jdbi,
      AccountRegister register,
      Statements statements,
      AccountBodies bodies,
      KeyStore keys,
      Ledger ledger,
      Plans plans) {
    this.jdbi = jdbi;
    this.register = register;
    this.statements = statements;
    this.bodies = bodies;
    this.keys = keys;
    this.ledger = ledger;
    this.plans = plans;
  }

  /** The newest first. */
  Page<ManagedState> list(Optional<Cursor> after, int limit) {
    Optional<AccountId> before =
        after.map(cursor -> AccountId.read(cursor.key()).orElseThrow(Cursor::unreadable));
    Page<StoredAccount> page =
        Page.of(
            jdbi.withHandle(handle -> register.list(handle, before, limit + 1)),
            limit,
            account -> account.id().value());
    Map<AccountId, Statement> standing =
        statements.of(page.entries().stream().map(StoredAccount::id).toList());
    return new Page<>(
        page.entries().stream()
            .map(account ->
                new ManagedState(account, Objects.requireNonNull(standing.get(account.id()))))
            .toList(),
        page.next());
  }

  /** The account, or {@code ACCOUNT_NOT_FOUND}. */
  ManagedState get(String id) {
    StoredAccount account =
        AccountId.read(id)
            .flatMap(known -> jdbi.withHandle(handle -> register.find(handle, known)))
            .orElseThrow(() -> notFound(id));
    return new ManagedState(account, statements.of(account.id()));
  }

  /** The account, which nobody else changes until the transaction ends, or the same error. */
  StoredAccount lock(Handle tx, String id) {
    return AccountId.read(id)
        .flatMap(known -> register.lock(tx, known))
        .orElseThrow(() -> notFound(id));
  }

  /** The account as it then is: on this node when it is answered, on others within a second. */
  ManagedState change(String id, JsonNode body) {
    AccountId known = get(id).account().id();
    UnaryOperator<StoredAccount> change = bodies.change(body);
    jdbi.useTransaction(tx -> {
      StoredAccount before = lock(tx, id);
      // A cycle that is over is granted by the plan that it ended with.
      ledger.current(tx, known, plans.get(before.plan()).creditsPerCycle());
      register.update(tx, change.apply(before));
      keys.changed(tx, known);
    });
    keys.forget(known);
    return get(id);
  }

  private static ApiException notFound(String id) {
    return Errors.accountNotFound(Shortened.of(id, MAX_SHOWN));
  }
}
