package dev.waymark.server.limits;

import java.time.Clock;
import java.util.List;

class InMemoryRateLimiterTest extends RateLimiterContract {
  @Override
  RateLimiter on(Clock clock) {
    return new InMemoryRateLimiter(new Windows(clock, 100), clock);
  }

  @Override
  List<RateLimiter> onRealTime() {
    return List.of(on(Clock.systemUTC()));
  }
}
