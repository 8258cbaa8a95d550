package dev.waymark.client;

import dev.waymark.generated.client.api.AccountApi;

/** The account that the key belongs to. */
public final class Accounts {

  private final Transport transport;

  Accounts(Transport transport) {
    this.transport = transport;
  }

  /** Plan, credits, limits and usage, as of now. */
  public Account get() {
    return transport.run(client -> Account.from(new AccountApi(client).getAccount(null)));
  }
}
