package dev.waymark.server.admin;

import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.IssuedKey;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.access.ScopeCheck;
import dev.waymark.server.accounts.AccountRegister;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.accounts.Statements;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.idempotency.StoredAnswers;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.wallet.KeyQuotas;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes accounts, each once for its idempotency key, with a first key of the account's name. */
@Singleton
final class NewAccounts {
  private final Jdbi jdbi;
  private final StoredAnswers stored;
  private final AdminAnswers answers;
  private final ScopeCheck scopes;
  private final AccountBodies bodies;
  private final AccountStore accounts;
  private final AccountRegister register;
  private final Statements statements;
  private final KeyStore keys;
  private final KeyQuotas quotas;

  NewAccounts(
      Jdbi jdbi,
      StoredAnswers stored,
      AdminAnswers answers,
      ScopeCheck scopes,
      AccountBodies bodies,
      AccountStore accounts,
      AccountRegister register,
      Statements statements,
      KeyStore keys,
      KeyQuotas quotas) {
    this.jdbi = jdbi;
    this.stored = stored;
    this.answers = answers;
    this.scopes = scopes;
    this.bodies = bodies;
    this.accounts = accounts;
    this.register = register;
    this.statements = statements;
    this.keys = keys;
    this.quotas = quotas;
  }

  /** The answer of this call, or of the one that used its idempotency key first. */
  StoredAnswer make(AccountRequest request) {
    return jdbi.inTransaction(tx ->
        stored.once(
            tx, request.idempotentCall(), request.sealing(), () -> answers.of(make(tx, request))));
  }

  private MadeAccount make(Handle tx, AccountRequest request) {
    scopes.check(request.caller(), AccountRequest.OPERATION);
    AccountBodies.Wanted wanted = bodies.request(request.body());
    AccountId id = accounts.create(tx, wanted.name(), wanted.plan(), wanted.models());
    IssuedKey issued = keys.issue(tx, id, NewKey.of(wanted.name(), Scope.OWN));
    ApiKey key = keys.find(tx, Set.of(id), issued.id()).orElseThrow();
    return new MadeAccount(
        new ManagedState(register.find(tx, id).orElseThrow(), statements.in(tx, id)),
        issued.text(),
        key,
        Objects.requireNonNull(quotas.of(tx, List.of(key.id())).get(key.id())));
  }
}
