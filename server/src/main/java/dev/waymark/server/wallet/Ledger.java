package dev.waymark.server.wallet;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Moves credits. Every movement is one new entry and one change of the balance in the caller's
 * transaction, so at any commit the entries add up to the balance.
 *
 * <p>A hold has exactly one end, {@code settle} or {@code release}: a second one fails on a unique
 * index and takes its transaction with it. The balance cannot go below zero, whoever asks at the
 * same time: the check and the subtraction are one statement.
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
    add(tx, account, "grant", perCycle.value(), null);
  }

  /** The length of a cycle, for whoever makes an account. */
  public static Duration cycle() {
    return CYCLE;
  }

  /**
   * The wallet as of now. Cycles that have ended since it was last looked at are closed first: what
   * is left expires and the plan's credits are granted anew. Credits held meanwhile come back into
   * the running cycle if they are released.
   */
  public Wallet current(Handle tx, AccountId account, Credits perCycle) {
    Wallet wallet = read(tx, account, "");
    if (clock.instant().isBefore(wallet.cycleEndsAt())) {
      return wallet;
    }
    Wallet locked = read(tx, account, "FOR UPDATE");
    if (!clock.instant().isBefore(locked.cycleEndsAt())) {
      renew(tx, account, locked, perCycle);
    }
    return read(tx, account, "");
  }

  /**
   * Takes credits from the balance for a generation and locks the account until the transaction
   * ends.
   *
   * @return the balance after, or nothing if it does not reach; then nothing has changed
   */
  public Optional<Credits> hold(
      Handle tx, AccountId account, GenerationId generation, Credits credits) {
    return change(tx, account, "hold", -credits.value(), generation);
  }

  /**
   * Turns a hold into a charge of what was used, and gives the rest back. Returns the balance
   * after.
   */
  public Credits settle(
      Handle tx, AccountId account, GenerationId generation, Credits held, Credits used) {
    return add(tx, account, "settle", held.minus(used).value(), generation);
  }

  /** Gives a whole hold back. Returns the balance after. */
  public Credits release(Handle tx, AccountId account, GenerationId generation, Credits held) {
    return add(tx, account, "release", held.value(), generation);
  }

  private void renew(Handle tx, AccountId account, Wallet ended, Credits perCycle) {
    long cyclesOver = Duration.between(ended.cycleStartedAt(), clock.instant()).dividedBy(CYCLE);
    Instant startsAt = ended.cycleStartedAt().plus(CYCLE.multipliedBy(cyclesOver));
    tx.createUpdate(
            "UPDATE account SET cycle_started_at = :starts, cycle_ends_at = :ends WHERE id = :id")
        .bind("starts", startsAt.atOffset(ZoneOffset.UTC))
        .bind("ends", startsAt.plus(CYCLE).atOffset(ZoneOffset.UTC))
        .bind("id", account.value())
        .execute();
    if (ended.balance().value() > 0) {
      add(tx, account, "expire", -ended.balance().value(), null);
    }
    add(tx, account, "grant", perCycle.value(), null);
  }

  private Credits add(
      Handle tx, AccountId account, String kind, long credits, @Nullable GenerationId generation) {
    return change(tx, account, kind, credits, generation)
        .orElseThrow(() -> new IllegalStateException(kind + " would take more than there is"));
  }

  private Optional<Credits> change(
      Handle tx, AccountId account, String kind, long credits, @Nullable GenerationId generation) {
    Optional<Long> balance =
        tx.createQuery(
                "UPDATE account SET balance = balance + :credits"
                    + " WHERE id = :id AND balance + :credits >= 0 RETURNING balance")
            .bind("credits", credits)
            .bind("id", account.value())
            .mapTo(Long.class)
            .findOne();
    balance.ifPresent(after ->
        tx.createUpdate(
                "INSERT INTO ledger_entry"
                    + " (account_id, kind, credits, balance_after, generation_id, created_at)"
                    + " VALUES (:account, :kind, :credits, :after, :generation, :now)")
            .bind("account", account.value())
            .bind("kind", kind)
            .bind("credits", credits)
            .bind("after", after)
            .bind("generation", generation == null ? null : generation.value())
            .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
            .execute());
    return balance.map(Credits::new);
  }

  private static Wallet read(Handle tx, AccountId account, String lock) {
    return tx.createQuery(
            "SELECT balance, cycle_started_at, cycle_ends_at FROM account WHERE id = :id " + lock)
        .bind("id", account.value())
        .map((row, _) ->
            new Wallet(
                new Credits(row.getLong("balance")),
                row.getTimestamp("cycle_started_at").toInstant(),
                row.getTimestamp("cycle_ends_at").toInstant()))
        .one();
  }
}
