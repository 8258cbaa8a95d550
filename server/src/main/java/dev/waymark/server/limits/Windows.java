package dev.waymark.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;

/**
 * The windows of callers in the memory of this node; a restart forgets them.
 *
 * <p>At most so many are kept. Beyond that the least used are forgotten, which lets their callers
 * start anew; it never refuses anyone.
 */
final class Windows {
  private final Cache<String, RollingWindow> windows;

  Windows(Clock clock, int atMost) {
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(atMost)
            .expireAfterAccess(RollingWindow.LENGTH.multipliedBy(2))
            .ticker(() -> nanos(clock.instant()))
            .build();
  }

  /** The caller's window, kept from now on. */
  RollingWindow of(String caller) {
    return windows.get(caller, _ -> new RollingWindow());
  }

  /** The caller's window to look at; it is not kept if there was none. */
  RollingWindow seen(String caller) {
    RollingWindow window = windows.getIfPresent(caller);
    return window == null ? new RollingWindow() : window;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
