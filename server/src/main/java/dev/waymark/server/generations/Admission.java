package dev.waymark.server.generations;

import dev.waymark.server.idempotency.Original;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Quota;
import dev.waymark.server.wallet.Wallet;

/** What became of a start under the lock of its account. */
sealed interface Admission {

  /** Accepted: this is the account's balance after, and what it has in flight with it. */
  record Accepted(Generation generation, Credits balance, int running) implements Admission {}

  /** The key was used before. */
  record Known(Original original) implements Admission {}

  /** The key may not spend this much any more in this month. */
  record OverQuota(Quota quota, Wallet wallet) implements Admission {}

  /** The wallet does not reach. */
  record TooDear(Wallet wallet) implements Admission {}

  /** The account has as many in flight as its plan allows. */
  record TooMany() implements Admission {}

  /** As many wait for a worker as may. */
  record QueueFull() implements Admission {}
}
