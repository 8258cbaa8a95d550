package dev.waymark.server.keys;

import dev.waymark.server.access.KeySecret;
import dev.waymark.server.access.KeySecrets;
import dev.waymark.server.idempotency.Sealing;
import jakarta.inject.Singleton;

/** Seals answers under the API key of the current call: no other key opens them. */
@Singleton
public final class CallerSealing {
  private final KeySecrets secrets;

  CallerSealing(KeySecrets secrets) {
    this.secrets = secrets;
  }

  public Sealing current() {
    KeySecret secret = secrets.current();
    return new Sealing(secret::seal, secret::open);
  }
}
