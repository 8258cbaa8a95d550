package dev.waymark.server.limits;

import java.time.Clock;

/** Windows in the memory of this one node, on its own clock. */
final class InMemoryRateLimiter implements RateLimiter {
  private final Windows windows;
  private final Clock clock;

  InMemoryRateLimiter(Windows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  @Override
  public Admission admit(String caller, int limit) {
    return windows.of(caller).admit(clock.instant(), limit);
  }

  @Override
  public Admission peek(String caller, int limit) {
    return windows.seen(caller).peek(clock.instant(), limit);
  }
}
