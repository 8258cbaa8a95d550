package dev.waymark.server.keys;

import dev.waymark.server.access.Caller;
import dev.waymark.server.access.Mode;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.ids.AccountId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Whose keys a caller may see and manage: with a live key those of its account and of its sandbox,
 * with a test key those of the sandbox, which is then the caller's account.
 */
@Singleton
final class KeyRing {
  private final AccountStore accounts;

  KeyRing(AccountStore accounts) {
    this.accounts = accounts;
  }

  Set<AccountId> of(Handle handle, Caller caller) {
    return Stream.of(Optional.of(caller.account()), existing(handle, caller))
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The account that an existing key of this mode belongs to. */
  AccountId owner(Handle handle, Caller caller, Mode mode) {
    return mode == caller.key().mode() ? caller.account() : existing(handle, caller).orElseThrow();
  }

  /** The account that a new key of this mode is to belong to; makes the sandbox if need be. */
  AccountId ownerOfNew(Handle tx, Caller caller, Mode mode) {
    return mode == caller.key().mode() ? caller.account() : accounts.sandbox(tx, caller.account());
  }

  private Optional<AccountId> existing(Handle handle, Caller caller) {
    return caller.key().mode() == Mode.LIVE
        ? accounts.existingSandbox(handle, caller.account())
        : Optional.empty();
  }
}
