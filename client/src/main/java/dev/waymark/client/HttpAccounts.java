package dev.waymark.client;

import dev.waymark.generated.client.api.AccountApi;

/** Over HTTP, as the contract has it. */
final class HttpAccounts implements Accounts {

  private final Calls calls;

  HttpAccounts(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Account get() {
    return calls.run(AccountApi.getAccount(null), Account::from);
  }
}
