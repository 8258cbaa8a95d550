package dev.waymark.client;

import dev.waymark.generated.client.model.NewApiKey;

/**
 * A key that was just made, and this once the key itself.
 *
 * @param secret the key itself, kept nowhere else: whoever loses it makes a new one
 */
public record NewKey(String secret, Key key) {

  static NewKey from(NewApiKey wire) {
    return new NewKey(Required.field(wire.getKey(), "key"), Key.from(wire.getApiKey()));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NewKey[secret=[key], key=" + key + "]";
  }
}
