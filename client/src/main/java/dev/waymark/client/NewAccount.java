package dev.waymark.client;

/**
 * An account that was just made, and its first key.
 *
 * @param secret the first key itself, with all scopes but {@code operator}; kept nowhere else
 */
public record NewAccount(ManagedAccount account, String secret, Key key) {

  static NewAccount from(dev.waymark.generated.client.model.NewAccount wire) {
    return new NewAccount(
        ManagedAccount.from(wire.getAccount()),
        Required.field(wire.getKey(), "key"),
        Key.from(wire.getApiKey()));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NewAccount[account=" + account + ", secret=[key], key=" + key + "]";
  }
}
