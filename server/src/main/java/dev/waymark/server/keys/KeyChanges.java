package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.wallet.KeyQuotas;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Changes and revokes the keys of a caller's account; those of others are {@code KEY_NOT_FOUND}.
 *
 * <p>A change holds on this node when it is answered, on others within a second. Changes of one
 * account's keys happen one after the other.
 */
@Singleton
final class KeyChanges {
  private final Jdbi jdbi;
  private final Keys keys;
  private final KeyStore store;
  private final KeyRing ring;
  private final KeyQuotas quotas;
  private final KeyPatches patches;

  KeyChanges(
      Jdbi jdbi, Keys keys, KeyStore store, KeyRing ring, KeyQuotas quotas, KeyPatches patches) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.store = store;
    this.ring = ring;
    this.quotas = quotas;
    this.patches = patches;
  }

  /** The key as it then is. */
  KeyState change(Caller caller, String id, JsonNode body) {
    // Before anything is locked: the mode of a key never changes.
    KeyPatch patch =
        patches.read(body, jdbi.withHandle(handle -> keys.find(handle, caller, id)).mode());
    return answered(jdbi.inTransaction(tx -> change(tx, caller, id, patch)));
  }

  /** The key, revoked for good; twice is the same as once. */
  KeyState revoke(Caller caller, String id) {
    return answered(jdbi.inTransaction(tx -> revoke(tx, caller, id)));
  }

  private record Changed(KeyState state, AccountId owner) {}

  private Changed change(Handle tx, Caller caller, String id, KeyPatch patch) {
    AccountId owner = lockOwner(tx, caller, id);
    ApiKey key = keys.find(tx, caller, id);
    patch.addedTo(key).forEach(caller::require);
    store.update(tx, patch.applyTo(key));
    if (patch.changesQuota()) {
      quotas.set(tx, owner, key.id(), patch.quota());
    }
    return changed(tx, caller, id, owner);
  }

  private Changed revoke(Handle tx, Caller caller, String id) {
    AccountId owner = lockOwner(tx, caller, id);
    store.revoke(tx, keys.find(tx, caller, id).id());
    return changed(tx, caller, id, owner);
  }

  // The account before its key, as whoever spends against the key's quota does.
  private AccountId lockOwner(Handle tx, Caller caller, String id) {
    AccountId owner = ring.owner(tx, caller, keys.find(tx, caller, id).mode());
    tx.createQuery("SELECT id FROM account WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", owner.value())
        .mapTo(String.class)
        .one();
    return owner;
  }

  private Changed changed(Handle tx, Caller caller, String id, AccountId owner) {
    store.changed(tx, owner);
    return new Changed(keys.state(tx, keys.find(tx, caller, id)), owner);
  }

  /** To be called when it is committed. */
  private KeyState answered(Changed changed) {
    store.forget(changed.owner());
    return changed.state();
  }
}
