package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.RealRedis;
import dev.waymark.server.cluster.Nodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server of two, and a real Redis that goes away and comes back in all ways. */
class RedisOutageTest {
  private static final int LIMIT = 10;
  private static final int SHARE = 5;

  private final RealRedis redis = RealRedis.start("sesame");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CallCounts counts =
      new CallCounts(
          new RedisSettings(redis.url(), Duration.ofSeconds(1)),
          new LimitsSettings(240, 1024, 100),
          new TwoNodes(),
          Clock.systemUTC(),
          Thread::sleep,
          meters);

  private static final class TwoNodes implements Nodes {
    @Override
    public String self() {
      return "node_one";
    }

    @Override
    public Set<String> alive() {
      return Set.of("node_one", "node_two");
    }

    @Override
    public int count() {
      return 2;
    }

    @Override
    public void whenDead(Consumer<Set<String>> listener) {
      // Nobody dies here.
    }
  }

  @AfterEach
  void stop() {
    counts.stop();
    redis.close();
  }

  @Test
  void with_redis_there_the_whole_limit_is_admitted_and_nothing_is_decided_alone() {
    counts.start();

    assertThat(admitted("one", 30)).isEqualTo(LIMIT);
    assertThat(away()).isZero();
    assertThat(decidedAlone()).isZero();
  }

  @Test
  void while_redis_is_gone_the_share_is_admitted_and_when_it_is_back_all_goes_on_by_itself() {
    counts.start();
    assertThat(admitted("one", 3)).isEqualTo(3);

    redis.kill();
    assertThat(admitted("one", 30)).isEqualTo(SHARE - 3);
    assertThat(admitted("two", 30)).isEqualTo(SHARE);
    assertThat(away()).isOne();
    assertThat(decidedAlone()).isEqualTo(60);

    redis.restart();
    await(() -> away() == 0);
    assertThat(admitted("one", 30)).isZero();
    assertThat(admitted("three", 30)).isEqualTo(SHARE);
    assertThat(decidedAlone()).isEqualTo(60);
  }

  @Test
  void a_node_without_calls_notices_too() {
    counts.start();

    redis.kill();

    await(() -> away() == 1);
    redis.restart();
    await(() -> away() == 0);
  }

  @Test
  void only_the_calls_that_find_redis_silent_wait_for_it() {
    counts.start();
    redis.freeze();
    long begin = System.nanoTime();

    assertThat(admitted("one", 200)).isEqualTo(SHARE);

    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(20));
    redis.thaw();
    await(() -> away() == 0);
  }

  @Test
  void a_redis_that_takes_nothing_is_away() {
    counts.start();
    redis.command("REPLICAOF", "127.0.0.1", "1");

    await(() -> away() == 1);
    assertThat(admitted("one", 30)).isEqualTo(SHARE);

    redis.command("REPLICAOF", "NO", "ONE");
    await(() -> away() == 0);
  }

  @Test
  void a_redis_that_is_not_there_at_the_start_is_waited_for() {
    redis.kill();
    counts.start();

    assertThat(away()).isOne();
    assertThat(admitted("one", 30)).isEqualTo(SHARE);

    redis.restart();
    await(() -> away() == 0);
  }

  @Test
  void stopping_without_a_start_is_harmless() {
    counts.stop();
  }

  private int admitted(String caller, int calls) {
    int admitted = 0;
    for (int call = 0; call < calls; call++) {
      admitted += counts.limiter().admit(caller, LIMIT).admitted() ? 1 : 0;
    }
    return admitted;
  }

  private double away() {
    return meters.get("waymark.rate.limiter.local").gauge().value();
  }

  private double decidedAlone() {
    return meters.get("waymark.rate.limiter.local.calls").counter().count();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
