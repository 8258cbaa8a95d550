package dev.waymark.server.access;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;

/** How many keys are kept at hand; 0 has each call look its key up in the database. */
@ConfigurationProperties("waymark.access")
record AccessSettings(int cachedKeys) {
  AccessSettings {
    new Setting("waymark.access.cached-keys").between(0, 100_000, cachedKeys);
  }
}
