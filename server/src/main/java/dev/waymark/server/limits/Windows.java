package dev.waymark.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The windows of callers in the memory of this node; a restart forgets them.
 *
 * <p>At most so many are kept. Beyond that the least used are forgotten, which lets their callers
 * start anew; it never refuses anyone.
 */
final class Windows {
  /** More than a minute, so that a clock that is set back by less than this forgets no call. */
  private static final Duration UNUSED = Duration.ofHours(1);

  private final Cache<String, RollingWindow> windows;

  Windows(Clock clock, int atMost) {
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(atMost)
            .expireAfterAccess(UNUSED)
            .ticker(new Forwards(clock)::nanos)
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

  /**
   * A clock that stands still where the other steps back. With that one, a window that was looked
   * at after a step back would seem unused when the time comes again, and its calls be forgotten.
   */
  private static final class Forwards {
    private final Clock clock;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    Forwards(Clock clock) {
      this.clock = clock;
    }

    long nanos() {
      Instant now = clock.instant();
      long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
      return latest.accumulateAndGet(nanos, Math::max);
    }
  }
}
