package dev.waymark.server.accounts;

import dev.waymark.server.access.Caller;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Wallet;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Says how an account stands. */
@Singleton
final class Statements {
  private final Jdbi jdbi;
  private final Ledger ledger;
  private final AccountStore accounts;

  Statements(Jdbi jdbi, Ledger ledger, AccountStore accounts) {
    this.jdbi = jdbi;
    this.ledger = ledger;
    this.accounts = accounts;
  }

  /** The wallet and the usage of one moment. */
  record Statement(Wallet wallet, AccountStore.Usage usage) {}

  Statement of(Caller caller) {
    // A cycle that has ended is renewed by itself: the statement only reads, and all of one
    // snapshot.
    jdbi.useTransaction(tx -> wallet(tx, caller));
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        tx -> {
          Wallet wallet = wallet(tx, caller);
          return new Statement(
              wallet, accounts.usage(tx, caller.account(), wallet.cycleStartedAt()));
        });
  }

  private Wallet wallet(Handle tx, Caller caller) {
    return ledger.current(tx, caller.account(), caller.plan().creditsPerCycle());
  }
}
