package dev.waymark.server.generations;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How often what is over is swept up, and how often generations past their age are ended. */
@ConfigurationProperties("waymark.sweeper")
public record SweeperSettings(Duration interval, Duration expiryInterval) {
  public SweeperSettings {
    new Setting("waymark.sweeper.interval")
        .between(Duration.ofMillis(10), Duration.ofHours(1), interval);
    new Setting("waymark.sweeper.expiry-interval")
        .between(Duration.ofMillis(10), Duration.ofHours(1), expiryInterval);
  }
}
