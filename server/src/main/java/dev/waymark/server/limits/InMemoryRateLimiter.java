package dev.waymark.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Windows in the memory of this one node; a restart forgets them.
 *
 * <p>At most {@code waymark.limits.tracked-callers} windows are kept. Beyond that the least used
 * are forgotten, which lets their callers start anew; it never refuses anyone.
 */
@Singleton
final class InMemoryRateLimiter implements RateLimiter {
  private final Cache<String, RollingWindow> windows;
  private final Clock clock;

  InMemoryRateLimiter(Clock clock, LimitsSettings settings) {
    this.clock = clock;
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(settings.trackedCallers())
            .expireAfterAccess(RollingWindow.LENGTH.multipliedBy(2))
            .ticker(() -> nanos(clock.instant()))
            .build();
  }

  @Override
  public Admission admit(String caller, int limit) {
    return windows.get(caller, _ -> new RollingWindow()).admit(clock.instant(), limit);
  }

  @Override
  public Admission peek(String caller, int limit) {
    RollingWindow window = windows.getIfPresent(caller);
    return (window == null ? new RollingWindow() : window).peek(clock.instant(), limit);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
