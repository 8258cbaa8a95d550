package dev.waymark.server.accounts;

import dev.waymark.generated.server.model.Account;
import dev.waymark.generated.server.model.AccountCredits;
import dev.waymark.generated.server.model.AccountCycle;
import dev.waymark.generated.server.model.AccountKey;
import dev.waymark.generated.server.model.ErrorFormat;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.wallet.Wallet;

/** Translates an account into what the wire says. */
final class AccountView {
  private AccountView() {}

  static Account of(Caller caller, Statements.Statement statement) {
    Wallet wallet = statement.wallet();
    AccountStore.Usage usage = statement.usage();
    return new Account(
        caller.account().value(),
        caller.accountName(),
        plan(caller.plan()),
        new AccountCredits(wallet.balance().value(), usage.held().value()),
        new AccountCycle(
            wallet.cycleStartedAt(), wallet.cycleEndsAt(), usage.accepted(), usage.used().value()),
        usage.running(),
        key(caller.key()));
  }

  private static dev.waymark.generated.server.model.Plan plan(Plan plan) {
    return new dev.waymark.generated.server.model.Plan(
        plan.slug(),
        plan.name(),
        plan.callsPerMinute(),
        plan.concurrentGenerations(),
        plan.creditsPerCycle().value());
  }

  private static AccountKey key(ApiKey key) {
    AccountKey view =
        new AccountKey(
            key.id().value(),
            key.name(),
            key.prefix(),
            dev.waymark.generated.server.model.Mode.fromValue(key.mode().wireName()),
            ErrorFormat.fromValue(key.errorFormat().wireName()),
            key.createdAt());
    view.setExpiresAt(key.expiresAt().orElse(null));
    return view;
  }
}
