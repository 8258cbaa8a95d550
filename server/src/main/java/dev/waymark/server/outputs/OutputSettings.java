package dev.waymark.server.outputs;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How long an output can be fetched and how large it may be. */
@ConfigurationProperties("waymark.outputs")
public record OutputSettings(Duration retention, int maxBytes) {
  public OutputSettings {
    new Setting("waymark.outputs.retention")
        .between(Duration.ofSeconds(1), Duration.ofDays(365), retention);
    new Setting("waymark.outputs.max-bytes").between(1024, 1_073_741_824, maxBytes);
  }
}
