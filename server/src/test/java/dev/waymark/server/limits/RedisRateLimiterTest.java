package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.server.RealRedis;
import dev.waymark.server.SteeredClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedisRateLimiterTest extends RateLimiterContract {
  private final SharedRedis shared = SharedRedis.get();

  @Override
  RateLimiter on(Clock clock) {
    return new RedisRateLimiter(shared.link(), SharedRedis.steeredBy(clock));
  }

  @Override
  List<RateLimiter> onRealTime() {
    return Stream.generate(() -> SharedRedis.link(shared.redis()))
        .limit(4)
        .<RateLimiter>map(link -> new RedisRateLimiter(link, RedisClock.OF_THE_SERVER))
        .toList();
  }

  @Test
  void the_time_is_that_of_redis() {
    Admission admission =
        new RedisRateLimiter(shared.link(), RedisClock.OF_THE_SERVER).admit("timed", 2);

    assertThat(admission.now()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    assertThat(admission.nextFree()).isEqualTo(admission.now().plusSeconds(60));
  }

  @Test
  void a_window_holds_no_more_than_the_limit_and_expires_by_itself() {
    SteeredClock clock = new SteeredClock(Instant.now());
    RateLimiter limiter = on(clock);
    for (int i = 0; i < 500; i++) {
      limiter.admit("small", 3);
      clock.move(Duration.ofSeconds(7));
    }

    assertThat(shared.redis().command("LLEN", "waymark:rate:small"))
        .isIn(":1\r\n", ":2\r\n", ":3\r\n");
    assertThat(expiry("waymark:rate:small")).isBetween(50_000L, 61_000L);
  }

  @Test
  void a_look_and_a_refused_call_write_nothing() {
    RateLimiter limiter = on(new SteeredClock(Instant.now()));
    limiter.peek("silent", 1);
    assertThat(shared.redis().command("EXISTS", "waymark:rate:silent")).isEqualTo(":0\r\n");

    limiter.admit("silent", 1);
    String before = shared.redis().command("DUMP", "waymark:rate:silent");
    shared.redis().command("PEXPIRE", "waymark:rate:silent", "30000");
    limiter.admit("silent", 1);

    assertThat(shared.redis().command("DUMP", "waymark:rate:silent")).isEqualTo(before);
    assertThat(expiry("waymark:rate:silent")).isLessThanOrEqualTo(30_000);
  }

  @Test
  void a_redis_that_has_forgotten_the_script_is_taught_it_again() {
    RateLimiter limiter = on(new SteeredClock(Instant.now()));
    limiter.admit("taught", 2);
    shared.redis().command("SCRIPT", "FLUSH");

    assertThat(limiter.admit("taught", 2).remaining()).isZero();
  }

  @Test
  void whatever_redis_refuses_is_told_by_its_kind_alone() {
    try (RealRedis redis = RealRedis.start("sesame");
        RedisLink link =
            new RedisLink(
                RedisAddress.of("redis://:wrong-word@127.0.0.1:" + redis.port()),
                Duration.ofSeconds(5))) {
      assertThatThrownBy(link::connect)
          .isInstanceOf(RedisAwayException.class)
          .hasMessage("it says WRONGPASS");
    }
  }

  @Test
  void a_redis_with_a_password_lets_in_who_has_it() {
    try (RealRedis redis = RealRedis.start("sesame@1");
        RedisLink link =
            new RedisLink(
                RedisAddress.of("redis://:sesame%401@127.0.0.1:" + redis.port() + "/3"),
                Duration.ofSeconds(5))) {
      link.connect();

      assertThat(new RedisRateLimiter(link, RedisClock.OF_THE_SERVER).admit("one", 1).admitted())
          .isTrue();
    }
  }

  private long expiry(String key) {
    return Long.parseLong(shared.redis().command("PTTL", key).substring(1).strip());
  }
}
