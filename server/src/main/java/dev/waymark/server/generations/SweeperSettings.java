package dev.waymark.server.generations;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How often what is over is swept up. */
@ConfigurationProperties("waymark.sweeper")
public record SweeperSettings(Duration interval) {
  public SweeperSettings {
    new Setting("waymark.sweeper.interval")
        .between(Duration.ofMillis(10), Duration.ofHours(1), interval);
  }
}
