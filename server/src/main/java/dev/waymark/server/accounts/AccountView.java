package dev.waymark.server.accounts;

import dev.waymark.generated.server.model.Account;
import dev.waymark.generated.server.model.AccountCredits;
import dev.waymark.generated.server.model.AccountCycle;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KeyView;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.wallet.Quota;

/** Translates an account into what the wire says. */
public final class AccountView {
  private AccountView() {}

  static Account of(Caller caller, Quota quota, Statement statement) {
    return new Account(
        caller.account().value(),
        caller.accountName(),
        plan(caller.plan()),
        credits(statement),
        cycle(statement),
        statement.running(),
        KeyView.of(caller.key(), quota));
  }

  public static AccountCredits credits(Statement statement) {
    return new AccountCredits(
        statement.wallet().balance().value(),
        statement.purchased().value(),
        statement.held().value());
  }

  public static AccountCycle cycle(Statement statement) {
    return new AccountCycle(
        statement.wallet().cycleStartedAt(),
        statement.wallet().cycleEndsAt(),
        statement.accepted(),
        statement.used().value());
  }

  private static dev.waymark.generated.server.model.Plan plan(Plan plan) {
    return new dev.waymark.generated.server.model.Plan(
        plan.slug(),
        plan.name(),
        plan.callsPerMinute(),
        plan.concurrentGenerations(),
        plan.creditsPerCycle().value());
  }
}
