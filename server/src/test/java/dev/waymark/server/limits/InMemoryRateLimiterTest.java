package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SteeredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest {
  private final SteeredClock clock = new SteeredClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final RateLimiter limiter =
      new InMemoryRateLimiter(clock, new LimitsSettings(240, 1024, 100));

  /** A call of one of several callers, so long after the call before. */
  record Step(String caller, Duration pause) {}

  @Property(tries = 200)
  void every_caller_has_a_window_of_its_own(@ForAll("schedules") List<Step> schedule) {
    SteeredClock time = new SteeredClock(clock.instant());
    RateLimiter shared = new InMemoryRateLimiter(time, new LimitsSettings(240, 1024, 100));
    WindowModel[] models = {new WindowModel(), new WindowModel(), new WindowModel()};
    for (Step step : schedule) {
      time.move(step.pause());
      assertThat(shared.admit(step.caller(), 3))
          .isEqualTo(models[Integer.parseInt(step.caller())].admit(time.instant(), 3));
    }
  }

  @Property(tries = 200)
  void a_look_tells_where_a_caller_stands_and_counts_nothing(
      @ForAll("schedules") List<Step> schedule) {
    SteeredClock time = new SteeredClock(clock.instant());
    RateLimiter shared = new InMemoryRateLimiter(time, new LimitsSettings(240, 1024, 100));
    WindowModel[] models = {new WindowModel(), new WindowModel(), new WindowModel()};
    for (Step step : schedule) {
      time.move(step.pause());
      WindowModel model = models[Integer.parseInt(step.caller())];
      assertThat(shared.peek(step.caller(), 3)).isEqualTo(model.peek(time.instant(), 3));
      assertThat(shared.admit(step.caller(), 3)).isEqualTo(model.admit(time.instant(), 3));
    }
  }

  @Test
  void calls_at_the_same_time_get_no_more_than_there_is_room_for() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Integer> calls =
          () ->
              (int)
                  IntStream.range(0, 200).filter(_ -> limiter.admit("one", 500).admitted()).count();
      int admitted = 0;
      for (Future<Integer> each : threads.invokeAll(Collections.nCopies(8, calls))) {
        admitted += each.get();
      }
      assertThat(admitted).isEqualTo(500);
    }
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(
            Arbitraries.of("0", "1", "2"),
            Arbitraries.oneOf(
                Arbitraries.longs().between(0, 20).map(Duration::ofSeconds),
                Arbitraries.longs().between(50, 200).map(Duration::ofSeconds)))
        .as(Step::new)
        .list()
        .ofMaxSize(40)
        .withoutEdgeCases();
  }
}
