package dev.waymark.server.connections;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How many connections there may be, and how long each may keep the server waiting. */
@ConfigurationProperties("waymark.limits")
public record ConnectionSettings(
    int maxConnections,
    Duration requestTimeout,
    Duration idleTimeout,
    Duration stallTimeout,
    int maxBodyBytes) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration HASTE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public ConnectionSettings {
    new Setting("waymark.limits.max-connections").between(1, 1_000_000, maxConnections);
    new Setting("waymark.limits.request-timeout").between(SHORTEST, LONGEST, requestTimeout);
    new Setting("waymark.limits.idle-timeout").between(SHORTEST, LONGEST, idleTimeout);
    new Setting("waymark.limits.stall-timeout").between(SHORTEST, LONGEST, stallTimeout);
  }

  /** For a connection that is only told that there is no room for it. */
  ConnectionSettings hasty() {
    return new ConnectionSettings(maxConnections, HASTE, HASTE, HASTE, maxBodyBytes);
  }
}
