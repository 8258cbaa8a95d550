package dev.waymark.server.cluster;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How long a node whose session is gone counts as alive. */
@ConfigurationProperties("waymark.cluster")
public record ClusterSettings(Duration grace) {
  public ClusterSettings {
    new Setting("waymark.cluster.grace")
        .between(Duration.ofSeconds(1), Duration.ofMinutes(10), grace);
  }
}
