package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SteeredClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest extends RateLimiterContract {
  @Override
  RateLimiter on(Clock clock) {
    return new InMemoryRateLimiter(new Windows(clock, 100), clock);
  }

  @Override
  List<RateLimiter> onRealTime() {
    return List.of(on(Clock.systemUTC()));
  }

  @Test
  void a_call_counts_for_its_minute_though_the_clock_was_set_back_meanwhile() {
    SteeredClock clock = new SteeredClock(Instant.parse("2026-01-01T01:00:00Z"));
    RateLimiter limiter = on(clock);
    assertThat(limiter.admit("caller", 1).admitted()).isTrue();
    clock.move(Duration.ofHours(-1));
    assertThat(limiter.admit("caller", 1).admitted()).isFalse();
    clock.move(Duration.ofHours(1).plusSeconds(59));
    assertThat(limiter.admit("caller", 1).admitted()).isFalse();
  }
}
