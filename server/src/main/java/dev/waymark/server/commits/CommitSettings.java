package dev.waymark.server.commits;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How many transactions are committed side by side, how much shares one, and how much may wait. */
@ConfigurationProperties("waymark.commits")
public record CommitSettings(int threads, int batchSize, int queueSize, Duration maxWait) {
  public CommitSettings {
    new Setting("waymark.commits.threads").between(1, 64, threads);
    new Setting("waymark.commits.batch-size").between(1, 10_000, batchSize);
    new Setting("waymark.commits.queue-size").between(1, 1_000_000, queueSize);
    new Setting("waymark.commits.max-wait")
        .between(Duration.ofMillis(10), Duration.ofMinutes(1), maxWait);
  }
}
