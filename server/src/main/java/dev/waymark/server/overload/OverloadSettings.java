package dev.waymark.server.overload;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How many calls are worked on at once, and how many may wait for how long. */
@ConfigurationProperties("waymark.limits")
public record OverloadSettings(int runningCalls, int queuedCalls, Duration maxQueueTime) {
  public OverloadSettings {
    new Setting("waymark.limits.running-calls").between(1, 100_000, runningCalls);
    new Setting("waymark.limits.queued-calls").between(0, 100_000, queuedCalls);
    new Setting("waymark.limits.max-queue-time")
        .between(Duration.ofMillis(1), Duration.ofMinutes(1), maxQueueTime);
  }
}
