package dev.waymark.server.accounts;

import dev.waymark.server.access.Caller;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Wallet;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

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
    return jdbi.inTransaction(tx -> {
      Wallet wallet = ledger.current(tx, caller.account(), caller.plan().creditsPerCycle());
      return new Statement(wallet, accounts.usage(tx, caller.account(), wallet.cycleStartedAt()));
    });
  }
}
