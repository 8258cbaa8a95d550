package dev.waymark.server.keys;

import dev.waymark.server.access.IssuedKey;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.ScopeCheck;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.idempotency.StoredAnswers;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.wallet.KeyQuotas;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes keys, each once for its idempotency key. */
@Singleton
final class NewKeys {
  private final Jdbi jdbi;
  private final StoredAnswers stored;
  private final KeyAnswers answers;
  private final ScopeCheck scopes;
  private final Wishes wishes;
  private final KeyRing ring;
  private final KeyStore store;
  private final KeyQuotas quotas;
  private final Keys keys;

  NewKeys(
      Jdbi jdbi,
      StoredAnswers stored,
      KeyAnswers answers,
      ScopeCheck scopes,
      Wishes wishes,
      KeyRing ring,
      KeyStore store,
      KeyQuotas quotas,
      Keys keys) {
    this.jdbi = jdbi;
    this.stored = stored;
    this.answers = answers;
    this.scopes = scopes;
    this.wishes = wishes;
    this.ring = ring;
    this.store = store;
    this.quotas = quotas;
    this.keys = keys;
  }

  /** The answer of this call, or of the one that used its idempotency key first. */
  StoredAnswer make(MakeRequest request) {
    return jdbi.inTransaction(tx ->
        stored.once(
            tx, request.idempotentCall(), request.sealing(), () -> answers.of(make(tx, request))));
  }

  private MadeKey make(Handle tx, MakeRequest request) {
    scopes.check(request.caller(), MakeRequest.OPERATION);
    Wish wish = wishes.read(request.body(), request.caller());
    AccountId owner = ring.ownerOfNew(tx, request.caller(), wish.mode());
    IssuedKey issued = store.issue(tx, owner, wish.key());
    wish.quota().ifPresent(_ -> quotas.set(tx, owner, issued.id(), wish.quota()));
    return new MadeKey(
        issued.text(), keys.state(tx, store.find(tx, Set.of(owner), issued.id()).orElseThrow()));
  }
}
