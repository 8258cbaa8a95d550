package dev.waymark.server.wallet;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.ids.AccountId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * Wallets outside of a group commit: opened, and looked at, in the caller's own transaction.
 *
 * <p>Credits move through {@link Purse} only, in a {@link Batch}: every movement is one new entry
 * and one change of the account, by one statement, and the database refuses what does not add up.
 */
@Singleton
public final class Ledger {
  private static final Duration CYCLE = Duration.ofDays(30);

  private final Clock clock;

  Ledger(Clock clock) {
    this.clock = clock;
  }

  /** Opens the wallet of a new account with its first cycle's credits. */
  public void open(Handle tx, AccountId account, Credits perCycle) {
    Batch batch = new Batch(clock.instant());
    locked(tx, batch, account).grant(perCycle);
    batch.write(tx);
  }

  /** The length of a cycle, for whoever makes an account. */
  public static Duration cycle() {
    return CYCLE;
  }

  /**
   * The wallet as of now. Cycles that have ended since it was last looked at are closed first: what
   * is left of granted credits expires and the plan's are granted anew. Credits held meanwhile come
   * back into the running cycle if they are released.
   */
  public Wallet current(Handle tx, AccountId account, Credits perCycle) {
    Wallet wallet = read(tx, account);
    if (clock.instant().isBefore(wallet.cycleEndsAt())) {
      return wallet;
    }
    Batch batch = new Batch(clock.instant());
    Purse purse = locked(tx, batch, account);
    purse.renew(perCycle);
    batch.write(tx);
    return purse.wallet();
  }

  private static Purse locked(Handle tx, Batch batch, AccountId account) {
    batch.part(Books.KIND).need(account);
    batch.read(tx);
    return batch.part(Books.KIND).of(account);
  }

  private static Wallet read(Handle tx, AccountId account) {
    return tx.createQuery(
            "SELECT balance, cycle_started_at, cycle_ends_at FROM account WHERE id = :id")
        .bind("id", account.value())
        .map((row, _) ->
            new Wallet(
                new Credits(row.getLong("balance")),
                row.getTimestamp("cycle_started_at").toInstant(),
                row.getTimestamp("cycle_ends_at").toInstant()))
        .one();
  }
}
