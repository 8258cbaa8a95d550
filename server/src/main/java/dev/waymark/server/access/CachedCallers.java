package dev.waymark.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.waymark.server.cluster.Changes;
import dev.waymark.server.ids.AccountId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Who is behind a key, from memory while that is proven to be current, and else from the database.
 *
 * <p>A change holds here from {@link #forget} on, and on other nodes within a second of its commit,
 * also while they do not hear of it: then they keep nothing. At most {@code
 * waymark.access.cached-keys} are kept; a key that does not exist never is. What time does to a key
 * is judged by whoever asks.
 */
@Singleton
final class CachedCallers {
  private static final String CHANGE_OF_ACCOUNT = "account ";

  private final Function<KeyHash, Optional<StoredCaller>> stored;
  private final Changes changes;
  private final boolean keeps;
  private final Cache<KeyHash, StoredCaller> kept;

  // Under it, a look-up is kept or let go of: one that began before a change is never kept after.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long changesSeen;

  @Inject
  CachedCallers(StoredCallers stored, Changes changes, AccessSettings settings) {
    this(stored::find, changes, settings);
  }

  CachedCallers(
      Function<KeyHash, Optional<StoredCaller>> stored, Changes changes, AccessSettings settings) {
    this.stored = stored;
    this.changes = changes;
    this.keeps = settings.cachedKeys() > 0;
    this.kept = Caffeine.newBuilder().maximumSize(settings.cachedKeys()).build();
    changes.subscribe(this::changed, () -> forget(_ -> true));
  }

  Optional<Caller> find(KeyText key) {
    KeyHash hash = KeyHash.of(key);
    if (!keeps || !changes.current()) {
      return stored.apply(hash).map(StoredCaller::caller);
    }
    StoredCaller found = kept.getIfPresent(hash);
    return found != null ? Optional.of(found.caller()) : load(hash).map(StoredCaller::caller);
  }

  /** Tells all nodes of a change of the account, its models or its keys, once it is committed. */
  void announce(Handle tx, AccountId owner) {
    changes.announce(tx, CHANGE_OF_ACCOUNT + owner.value());
  }

  /** Has this node ask the database for whatever concerns the account, from now on. */
  void forget(AccountId account) {
    forget(caller -> caller.concerns(account));
  }

  private Optional<StoredCaller> load(KeyHash hash) {
    long before = changesSeen;
    Optional<StoredCaller> found = stored.apply(hash);
    found.ifPresent(caller -> keep(caller, before));
    return found;
  }

  private void keep(StoredCaller caller, long before) {
    lock.lock();
    try {
      if (changesSeen == before) {
        kept.put(caller.hash(), caller);
      }
    } finally {
      lock.unlock();
    }
  }

  private void changed(String change) {
    if (change.startsWith(CHANGE_OF_ACCOUNT)) {
      forget(new AccountId(change.substring(CHANGE_OF_ACCOUNT.length())));
    }
  }

  // Nonatomic on a volatile: only ever written under the lock.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void forget(Predicate<StoredCaller> which) {
    lock.lock();
    try {
      changesSeen++;
      kept.asMap().values().removeIf(which);
    } finally {
      lock.unlock();
    }
  }
}
