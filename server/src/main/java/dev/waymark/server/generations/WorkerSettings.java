package dev.waymark.server.generations;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How many workers there are, and how they claim, retry and stop. */
@ConfigurationProperties("waymark.workers")
public record WorkerSettings(
    int threads,
    Duration pollInterval,
    Duration lease,
    int maxAttempts,
    Duration retryPause,
    Duration stopGrace) {
  public WorkerSettings {
    // None is allowed: a server that only answers, beside others that work on the same database.
    new Setting("waymark.workers.threads").between(0, 1024, threads);
    new Setting("waymark.workers.poll-interval")
        .between(Duration.ofMillis(10), Duration.ofMinutes(1), pollInterval);
    new Setting("waymark.workers.lease").between(Duration.ofSeconds(1), Duration.ofHours(1), lease);
    new Setting("waymark.workers.max-attempts").between(1, 100, maxAttempts);
    new Setting("waymark.workers.retry-pause")
        .between(Duration.ZERO, Duration.ofMinutes(10), retryPause);
    new Setting("waymark.workers.stop-grace")
        .between(Duration.ZERO, Duration.ofMinutes(10), stopGrace);
  }
}
