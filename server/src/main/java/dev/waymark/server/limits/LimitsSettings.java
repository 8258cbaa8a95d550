package dev.waymark.server.limits;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;

/** What a caller may ask of the server, and how many callers it keeps count of. */
@ConfigurationProperties("waymark.limits")
public record LimitsSettings(int anonymousCallsPerMinute, int maxBodyBytes, int trackedCallers) {
  public LimitsSettings {
    new Setting("waymark.limits.anonymous-calls-per-minute")
        .between(1, 1_000_000, anonymousCallsPerMinute);
    // The framework reads a body into memory up to 16 MiB (application.yml); ours must be below it.
    new Setting("waymark.limits.max-body-bytes").between(1024, 8_388_608, maxBodyBytes);
    new Setting("waymark.limits.tracked-callers").between(100, 10_000_000, trackedCallers);
  }
}
