package dev.waymark.server.limits;

import dev.waymark.server.cluster.Nodes;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.time.Pause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where calls are counted: in the memory of this server, or in Redis where one is set. A Redis that
 * is not there at the start is waited for like one that is lost later.
 */
@Singleton
final class CallCounts implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(CallCounts.class);

  private final RateLimiter limiter;
  private final Optional<RedisLink> link;
  private final Optional<RedisWatch> watch;

  CallCounts(
      RedisSettings redis,
      LimitsSettings limits,
      Nodes nodes,
      Clock clock,
      Pause pause,
      MeterRegistry meters) {
    Windows windows = new Windows(clock, limits.trackedCallers());
    link = redis.address().map(address -> new RedisLink(address, redis.timeout()));
    if (link.isEmpty()) {
      limiter = new InMemoryRateLimiter(windows, clock);
      watch = Optional.empty();
      return;
    }
    RedisLink to = link.get();
    Outage outage =
        new Outage(
            clock,
            reason ->
                LOG.warn(
                    "Redis at {} is away ({}): until it is back this server admits its share of every limit",
                    to,
                    reason.getMessage()),
            () -> LOG.info("Redis at {} is back", to));
    Gauge.builder("waymark.rate.limiter.local", outage, CallCounts::gauge)
        .description("1 while Redis is away and this server admits its share by itself.")
        .register(meters);
    Counter alone =
        Counter.builder("waymark.rate.limiter.local.calls")
            .description("Calls that were admitted or refused without Redis.")
            .register(meters);
    watch = Optional.of(new RedisWatch(to, outage, nodes.self(), pause));
    limiter =
        new SharedRateLimiter(
            new RedisRateLimiter(to, RedisClock.OF_THE_SERVER),
            windows,
            new NodeShare(nodes::count),
            outage,
            clock,
            alone::increment);
  }

  private static double gauge(Outage outage) {
    return outage.state() == Outage.State.AWAY ? 1 : 0;
  }

  RateLimiter limiter() {
    return limiter;
  }

  @Override
  public void start() {
    watch.ifPresent(RedisWatch::start);
  }

  @Override
  public void stop() {
    watch.ifPresent(RedisWatch::stop);
    link.ifPresent(RedisLink::close);
  }
}
