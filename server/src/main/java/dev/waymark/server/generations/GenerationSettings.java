package dev.waymark.server.generations;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long a generation may take, how long a call may wait for it, and how many of each there are.
 */
@ConfigurationProperties("waymark.generations")
public record GenerationSettings(
    Duration maxAge, Duration maxWait, int maxWaitingCalls, int maxQueued) {
  public GenerationSettings {
    new Setting("waymark.generations.max-age")
        .between(Duration.ofSeconds(1), Duration.ofDays(7), maxAge);
    // A waiting call is an idle connection, which the framework ends after 150 s (application.yml).
    new Setting("waymark.generations.max-wait")
        .between(Duration.ZERO, Duration.ofMinutes(2), maxWait);
    new Setting("waymark.generations.max-waiting-calls").between(0, 100_000, maxWaitingCalls);
    new Setting("waymark.generations.max-queued").between(1, 100_000_000, maxQueued);
  }
}
