package dev.waymark.server.limits;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * Which Redis counts calls for several servers, if any, and how long a call may wait for it before
 * this server counts by itself.
 */
@ConfigurationProperties("waymark.redis")
public record RedisSettings(String url, Duration timeout) {
  public RedisSettings {
    new Setting("waymark.redis.timeout")
        .between(Duration.ofMillis(1), Duration.ofSeconds(10), timeout);
    if (!url.isBlank()) {
      RedisAddress.of(url);
    }
  }

  Optional<RedisAddress> address() {
    return url.isBlank() ? Optional.empty() : Optional.of(RedisAddress.of(url));
  }

  /** Leaves out the address, which can carry a password: it must not reach a log. */
  @Override
  public String toString() {
    return "RedisSettings[timeout=%s]".formatted(timeout);
  }
}
