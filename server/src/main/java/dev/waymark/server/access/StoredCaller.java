package dev.waymark.server.access;

import dev.waymark.server.ids.AccountId;

/**
 * A caller as the database has it.
 *
 * @param hash of the key that it is found by
 * @param owner the account whose plan, models and name the caller has: its own, or the one that its
 *     sandbox belongs to
 */
record StoredCaller(KeyHash hash, Caller caller, AccountId owner) {
  /** Whether a change of this account, or of its sandbox or a key of it, can concern the caller. */
  boolean concerns(AccountId account) {
    return owner.equals(account) || caller.account().equals(account);
  }
}
