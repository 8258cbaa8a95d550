package dev.waymark.server.keys;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.Shortened;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.wallet.KeyQuotas;
import dev.waymark.server.wallet.Quota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Shows the keys of a caller's account; those of others are not found. */
@Singleton
final class Keys {
  private static final int MAX_SHOWN = 64;

  private final Jdbi jdbi;
  private final KeyStore store;
  private final KeyRing ring;
  private final KeyQuotas quotas;

  Keys(Jdbi jdbi, KeyStore store, KeyRing ring, KeyQuotas quotas) {
    this.jdbi = jdbi;
    this.store = store;
    this.ring = ring;
    this.quotas = quotas;
  }

  /** The newest first, revoked and expired ones too. */
  Page<KeyState> list(Caller caller, Optional<Cursor> after, int limit) {
    Optional<KeyId> before =
        after.map(cursor -> KeyId.read(cursor.key()).orElseThrow(Cursor::unreadable));
    return Page.of(
        jdbi.withHandle(handle ->
            states(handle, store.list(handle, ring.of(handle, caller), before, limit + 1))),
        limit,
        state -> state.key().id().value());
  }

  /** The key, or {@code KEY_NOT_FOUND}. */
  KeyState get(Caller caller, String id) {
    return jdbi.withHandle(handle -> state(handle, find(handle, caller, id)));
  }

  /** The key, or {@code KEY_NOT_FOUND}. */
  ApiKey find(Handle handle, Caller caller, String id) {
    return KeyId.read(id)
        .flatMap(known -> store.find(handle, ring.of(handle, caller), known))
        .orElseThrow(() -> notFound(id));
  }

  private static ApiException notFound(String id) {
    return Errors.keyNotFound(Shortened.of(id, MAX_SHOWN));
  }

  KeyState state(Handle handle, ApiKey key) {
    return states(handle, List.of(key)).getFirst();
  }

  private List<KeyState> states(Handle handle, List<ApiKey> keys) {
    Map<KeyId, Quota> found = quotas.of(handle, keys.stream().map(ApiKey::id).toList());
    return keys.stream()
        .map(key -> new KeyState(key, Objects.requireNonNull(found.get(key.id()))))
        .toList();
  }
}
