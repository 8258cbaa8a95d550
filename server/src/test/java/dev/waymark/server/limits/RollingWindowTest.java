package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.Errors;
import dev.waymark.errors.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollingWindowTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** A call that comes so long after the one before, under this limit. */
  record Step(Duration pause, int limit) {}

  @Property
  void it_decides_as_the_plain_law_does_whatever_the_schedule_the_limits_and_the_clock(
      @ForAll("schedules") List<Step> schedule) {
    RollingWindow window = new RollingWindow();
    WindowModel model = new WindowModel();
    Instant now = START;
    for (Step step : schedule) {
      now = now.plus(step.pause());
      assertThat(window.admit(now, step.limit())).isEqualTo(model.admit(now, step.limit()));
    }
  }

  @Property
  void a_look_tells_what_the_plain_law_does_and_leaves_no_trace(
      @ForAll("schedules") List<Step> schedule) {
    RollingWindow window = new RollingWindow();
    WindowModel model = new WindowModel();
    Instant now = START;
    for (Step step : schedule) {
      now = now.plus(step.pause());
      assertThat(window.peek(now, step.limit())).isEqualTo(model.peek(now, step.limit()));
      assertThat(window.admit(now, step.limit())).isEqualTo(model.admit(now, step.limit()));
    }
  }

  @Property
  void a_look_promises_the_next_call_its_answer(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 1, max = 6) int limit) {
    RollingWindow window = new RollingWindow();
    Instant now = START;
    for (Duration wait : waits) {
      now = now.plus(wait);
      Admission look = window.peek(now, limit);
      Admission call = window.admit(now, limit);
      assertThat(call.admitted()).isEqualTo(look.admitted());
      assertThat(call.remaining()).isEqualTo(Math.max(0, look.remaining() - 1));
    }
  }

  @Test
  void an_empty_window_has_all_calls_left_and_its_next_slot_now() {
    Admission look = new RollingWindow().peek(START, 5);

    assertThat(look).isEqualTo(new Admission(true, 5, 5, START, START));
    assertThat(look.resetSecond()).isEqualTo(START.getEpochSecond());
    assertThat(look.resetAfterSeconds()).isZero();
  }

  @Property
  void in_any_60_seconds_at_most_the_limit_is_admitted(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 1, max = 6) int limit) {
    List<Instant> admitted = admitted(waits, limit);

    for (int first = 0; first + limit < admitted.size(); first++) {
      assertThat(Duration.between(admitted.get(first), admitted.get(first + limit)))
          .isGreaterThanOrEqualTo(MINUTE);
    }
  }

  @Property
  void a_refused_call_leaves_no_trace(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 1, max = 6) int limit) {
    List<Instant> admitted = admitted(waits, limit);

    RollingWindow withoutTheRefused = new RollingWindow();
    assertThat(admitted).allMatch(instant -> withoutTheRefused.admit(instant, limit).admitted());
  }

  @Property
  void who_waits_out_the_milliseconds_that_were_told_is_admitted_and_a_millisecond_earlier_not(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 1, max = 4) int limit) {
    Refused refused = refused(waits, limit);
    long millis = Objects.requireNonNull(refused.retry().afterMillis());

    assertThat(refused.admittedAfter(Duration.ofMillis(millis - 1))).isFalse();
    assertThat(refused.admittedAfter(Duration.ofMillis(millis))).isTrue();
  }

  @Property
  void who_waits_out_the_whole_seconds_that_were_told_is_admitted(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 1, max = 4) int limit) {
    Refused refused = refused(waits, limit);
    long seconds = Objects.requireNonNull(refused.retry().afterSeconds());

    assertThat(seconds).isBetween(1L, 60L);
    assertThat(refused.admittedAfter(Duration.ofSeconds(seconds))).isTrue();
  }

  @Test
  void a_smaller_limit_lets_a_call_through_only_when_enough_others_have_left() {
    RollingWindow window = new RollingWindow();
    for (int second = 0; second < 4; second++) {
      window.admit(START.plusSeconds(second), 4);
    }

    assertThat(window.admit(START.plusSeconds(10), 2))
        .isEqualTo(new Admission(false, 2, 0, START.plusSeconds(10), START.plusSeconds(62)));
  }

  @Property
  void what_is_taken_back_leaves_no_trace(
      @ForAll("waits") List<Duration> waits, @ForAll @IntRange(min = 0, max = 70) int later) {
    RollingWindow window = new RollingWindow();
    RollingWindow other = new RollingWindow();
    Instant now = START;
    for (Duration wait : waits) {
      now = now.plus(wait);
      window.count(now);
      other.count(now);
    }
    Instant then = now.plusSeconds(later);
    window.count(then);
    window.takeBack(then);

    assertThat(window.peek(then, 3)).isEqualTo(other.peek(then, 3));
  }

  @Test
  void while_the_clock_stands_still_the_last_call_is_taken_back() {
    RollingWindow window = new RollingWindow();
    window.count(START);
    window.count(START.plusSeconds(10));
    window.count(START.plusSeconds(5));
    window.takeBack(START.plusSeconds(5));

    Instant then = START.plusSeconds(60);
    assertThat(window.peek(then, 4))
        .isEqualTo(new Admission(true, 4, 3, then, START.plusSeconds(70)));
  }

  @Test
  void of_the_calls_that_came_since_the_one_is_taken_back_that_was_admitted_then() {
    RollingWindow window = new RollingWindow();
    for (int second = 0; second < 4; second++) {
      window.count(START.plusSeconds(second));
    }
    window.takeBack(START.plusSeconds(1));

    Instant then = START.plusSeconds(60);
    assertThat(window.peek(then, 4))
        .isEqualTo(new Admission(true, 4, 2, then, START.plusSeconds(62)));
  }

  @Test
  void nothing_is_taken_back_from_an_empty_window() {
    RollingWindow window = new RollingWindow();
    window.takeBack(START);

    assertThat(window.peek(START, 5)).isEqualTo(new Admission(true, 5, 5, START, START));
  }

  /** A window that has just refused a call, and what the caller was told. */
  private record Refused(RollingWindow window, int limit, Instant at, Retry retry) {
    boolean admittedAfter(Duration wait) {
      return window.admit(at.plus(wait), limit).admitted();
    }
  }

  private static Refused refused(List<Duration> waits, int limit) {
    RollingWindow window = new RollingWindow();
    Instant now = START;
    for (Duration wait : waits) {
      now = now.plus(wait);
      window.admit(now, limit);
    }
    Admission admission = window.admit(now, limit);
    while (admission.admitted()) {
      admission = window.admit(now, limit);
    }
    return new Refused(
        window, limit, now, Errors.rateLimit(limit, 60, admission.untilFree()).error().retry());
  }

  private static List<Instant> admitted(List<Duration> waits, int limit) {
    RollingWindow window = new RollingWindow();
    List<Instant> admitted = new ArrayList<>();
    Instant now = START;
    for (Duration wait : waits) {
      now = now.plus(wait);
      if (window.admit(now, limit).admitted()) {
        admitted.add(now);
      }
    }
    return admitted;
  }

  @Provide
  Arbitrary<List<Duration>> waits() {
    return pause(0).list().ofMaxSize(40).withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(pause(-70), Arbitraries.integers().between(1, 5))
        .as(Step::new)
        .list()
        .ofMaxSize(40)
        .withoutEdgeCases();
  }

  /** Mostly short ones, exact seconds and halves of a window, and what lies around a whole one. */
  private static Arbitrary<Duration> pause(long leastSeconds) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.longs().between(0, 3_000_000_000L).map(Duration::ofNanos)),
        Tuple.of(2, Arbitraries.longs().between(leastSeconds, 70).map(Duration::ofSeconds)),
        Tuple.of(2, Arbitraries.of(Duration.ZERO, Duration.ofSeconds(30))),
        Tuple.of(
            1,
            Arbitraries.of(
                MINUTE.minusNanos(1), MINUTE, MINUTE.plusNanos(1), Duration.ofNanos(1))));
  }
}
