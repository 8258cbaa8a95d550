package dev.waymark.server.requests;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How long answered calls are kept, and how much of them may wait to be written. */
@ConfigurationProperties("waymark.requests")
public record RequestLogSettings(
    Duration retention, int queueSize, int batchSize, Duration flushInterval, int searchedPerPage) {
  public RequestLogSettings {
    new Setting("waymark.requests.retention")
        .between(Duration.ofDays(1), Duration.ofDays(3650), retention);
    new Setting("waymark.requests.queue-size").between(1, 10_000_000, queueSize);
    new Setting("waymark.requests.batch-size").between(1, 10_000, batchSize);
    // Above it, a call would no longer be found within a second of its answer.
    new Setting("waymark.requests.flush-interval")
        .between(Duration.ofMillis(1), Duration.ofMillis(500), flushInterval);
    new Setting("waymark.requests.searched-per-page").between(1, 10_000_000, searchedPerPage);
  }
}
