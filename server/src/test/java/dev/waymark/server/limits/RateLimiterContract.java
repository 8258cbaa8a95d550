package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SteeredClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What every way of counting calls promises, to the microsecond. */
abstract class RateLimiterContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** So that no two runs of a property meet in one window. */
  private static final AtomicLong RUNS = new AtomicLong(System.nanoTime());

  private final String run = "run " + RUNS.incrementAndGet() + " caller ";

  /** Windows on this clock. */
  abstract RateLimiter on(Clock clock);

  /** Several ways to the same windows, on the real time. */
  abstract List<RateLimiter> onRealTime();

  /** A call of one of several callers under a limit, so long after the call before. */
  record Step(int caller, Duration pause, int limit) {}

  @Property(tries = 150)
  void it_decides_as_the_plain_law_does_for_each_caller_whatever_the_limits_and_the_clock(
      @ForAll("schedules") List<Step> schedule) {
    String callers = run + RUNS.incrementAndGet();
    SteeredClock clock = new SteeredClock(START);
    RateLimiter limiter = on(clock);
    WindowModel[] models = {new WindowModel(), new WindowModel(), new WindowModel()};
    for (Step step : schedule) {
      clock.move(step.pause());
      assertThat(limiter.admit(callers + step.caller(), step.limit()))
          .isEqualTo(models[step.caller()].admit(clock.instant(), step.limit()));
    }
  }

  @Property(tries = 100)
  void a_look_tells_what_the_plain_law_does_and_counts_nothing(
      @ForAll("schedules") List<Step> schedule) {
    String callers = run + RUNS.incrementAndGet();
    SteeredClock clock = new SteeredClock(START);
    RateLimiter limiter = on(clock);
    WindowModel[] models = {new WindowModel(), new WindowModel(), new WindowModel()};
    for (Step step : schedule) {
      clock.move(step.pause());
      WindowModel model = models[step.caller()];
      String caller = callers + step.caller();
      assertThat(limiter.peek(caller, step.limit()))
          .isEqualTo(model.peek(clock.instant(), step.limit()));
      assertThat(limiter.admit(caller, step.limit()))
          .isEqualTo(model.admit(clock.instant(), step.limit()));
    }
  }

  @Property(tries = 100)
  void in_the_60_seconds_up_to_any_admitted_call_no_more_than_its_limit_is_admitted(
      @ForAll("waits") List<Step> schedule) {
    String caller = run + RUNS.incrementAndGet();
    SteeredClock clock = new SteeredClock(START);
    RateLimiter limiter = on(clock);
    List<Instant> admitted = new ArrayList<>();
    for (Step step : schedule) {
      clock.move(step.pause());
      if (limiter.admit(caller, step.limit()).admitted()) {
        admitted.add(clock.instant());
        assertThat(admitted.stream().filter(clock.instant().minus(MINUTE)::isBefore).count())
            .isLessThanOrEqualTo(step.limit());
      }
    }
  }

  @Property(tries = 100)
  void a_lone_caller_that_waits_as_it_was_told_is_admitted_and_a_microsecond_earlier_not(
      @ForAll("waits") List<Step> schedule, @ForAll @IntRange(min = 1, max = 4) int limit) {
    String caller = run + RUNS.incrementAndGet();
    SteeredClock clock = new SteeredClock(START);
    RateLimiter limiter = on(clock);
    for (Step step : schedule) {
      clock.move(step.pause());
      limiter.admit(caller, step.limit());
    }
    Admission refused = limiter.admit(caller, limit);
    while (refused.admitted()) {
      refused = limiter.admit(caller, limit);
    }

    clock.moveTo(refused.nextFree().minus(1, ChronoUnit.MICROS));
    assertThat(limiter.admit(caller, limit).admitted()).isFalse();
    clock.moveTo(refused.nextFree());
    assertThat(limiter.admit(caller, limit).admitted()).isTrue();
  }

  @Property(tries = 100)
  void without_the_refused_calls_the_others_are_admitted_all_the_same(
      @ForAll("schedules") List<Step> schedule) {
    String caller = run + RUNS.incrementAndGet();
    SteeredClock clock = new SteeredClock(START);
    RateLimiter limiter = on(clock);
    List<Runnable> again = new ArrayList<>();
    for (Step step : schedule) {
      clock.move(step.pause());
      Instant now = clock.instant();
      Admission admission = limiter.admit(caller, step.limit());
      if (admission.admitted()) {
        again.add(() -> {
          clock.moveTo(now);
          assertThat(limiter.admit(caller + " again", step.limit())).isEqualTo(admission);
        });
      }
    }
    again.forEach(Runnable::run);
  }

  @Test
  void calls_at_the_same_time_get_exactly_what_there_is_room_for() throws Exception {
    String caller = run + "crowd";
    List<RateLimiter> ways = onRealTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> crowd = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        RateLimiter way = ways.get(thread % ways.size());
        crowd.add(() ->
            (int) IntStream.range(0, 100).filter(_ -> way.admit(caller, 500).admitted()).count());
      }
      int admitted = 0;
      for (Future<Integer> each : threads.invokeAll(crowd)) {
        admitted += each.get();
      }
      assertThat(admitted).isEqualTo(500);
    }
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return steps(2, -70);
  }

  @Provide
  Arbitrary<List<Step>> waits() {
    return steps(0, 0);
  }

  private static Arbitrary<List<Step>> steps(int lastCaller, long leastSeconds) {
    return Combinators.combine(
            Arbitraries.integers().between(0, lastCaller),
            pause(leastSeconds),
            Arbitraries.integers().between(1, 5))
        .as(Step::new)
        .list()
        .ofMaxSize(40)
        .withoutEdgeCases();
  }

  private static Arbitrary<Duration> pause(long leastSeconds) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.longs().between(0, 3_000_000L).map(RateLimiterContract::micros)),
        Tuple.of(2, Arbitraries.longs().between(leastSeconds, 70).map(Duration::ofSeconds)),
        Tuple.of(2, Arbitraries.of(Duration.ZERO, Duration.ofSeconds(30))),
        Tuple.of(
            1, Arbitraries.of(MINUTE.minus(micros(1)), MINUTE, MINUTE.plus(micros(1)), micros(1))));
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
