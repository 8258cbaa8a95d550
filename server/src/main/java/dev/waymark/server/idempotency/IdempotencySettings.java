package dev.waymark.server.idempotency;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** How long a request's first answer is kept for its replays. */
@ConfigurationProperties("waymark.idempotency")
public record IdempotencySettings(Duration retention) {
  public IdempotencySettings {
    new Setting("waymark.idempotency.retention")
        .between(Duration.ofMinutes(1), Duration.ofDays(30), retention);
  }
}
