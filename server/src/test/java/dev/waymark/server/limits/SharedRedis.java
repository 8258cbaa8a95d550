package dev.waymark.server.limits;

import dev.waymark.server.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One real Redis for all tests of this process that leave it alone. */
final class SharedRedis {
  private static final SharedRedis ONE = new SharedRedis();

  private final RealRedis redis = RealRedis.start();
  private final RedisLink link = link(redis);

  private SharedRedis() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              link.close();
              redis.close();
            }));
  }

  static SharedRedis get() {
    return ONE;
  }

  RealRedis redis() {
    return redis;
  }

  /** A connection of its own, with more patience than a busy machine needs. */
  static RedisLink link(RealRedis redis) {
    RedisLink link = new RedisLink(RedisAddress.of(redis.url()), Duration.ofSeconds(10));
    link.connect();
    return link;
  }

  RedisLink link() {
    return link;
  }

  /** Tells the script the time of a test's clock. */
  static RedisClock steeredBy(Clock clock) {
    return new RedisClock(
        "local clock = tonumber(ARGV[3])\n",
        () -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())));
  }
}
