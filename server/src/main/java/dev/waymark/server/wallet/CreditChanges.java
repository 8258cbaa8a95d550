package dev.waymark.server.wallet;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Top-ups and adjustments, in the caller's own transaction: operators make few, and each comes with
 * an answer that is stored beside it.
 */
@Singleton
public final class CreditChanges {
  private final Transactions transactions;
  private final Clock clock;

  CreditChanges(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the operator changes.
   *
   * @param kind {@code TOPUP}, or {@code ADJUST} for whatever else
   * @param credits signed; a top-up adds
   */
  public record Change(
      TransactionKind kind, long credits, Optional<String> note, RequestId request) {}

  /**
   * Locks the wallet, closes the cycles that have ended and enters the change.
   *
   * @throws ArithmeticException if it takes more than there is, which {@link Ledger#current} tells
   *     under the account's lock
   */
  public Transaction enter(Handle tx, AccountId account, Credits perCycle, Change change) {
    Batch batch = new Batch(clock.instant());
    batch.part(Books.KIND).need(account);
    batch.read(tx);
    Purse purse = batch.part(Books.KIND).of(account);
    purse.renew(perCycle);
    Cause cause = new Cause(Optional.of(change.request()), Optional.empty(), change.note());
    if (change.kind() == TransactionKind.TOPUP) {
      purse.topUp(new Credits(change.credits()), cause);
    } else {
      purse.adjust(change.credits(), cause);
    }
    batch.write(tx);
    Transactions.Search own =
        new Transactions.Search(Optional.of(change.kind()), Optional.empty(), OptionalLong.empty());
    return transactions.list(tx, account, own, 1).getFirst();
  }
}
