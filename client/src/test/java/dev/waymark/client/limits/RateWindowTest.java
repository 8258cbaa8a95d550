package dev.waymark.client.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class RateWindowTest {

  private static final Duration START = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Optional<Duration> NOW = Optional.of(Duration.ZERO);

  private final RateWindow window = new RateWindow();

  @Property(tries = 500)
  void alone_it_is_never_refused_and_leaves_no_room_unused(
      @ForAll @IntRange(min = 1, max = 300) int limit,
      @ForAll @IntRange(min = 1, max = 32) int threads,
      @ForAll @IntRange(min = 1, max = 700) int longestWay,
      @ForAll long seed) {
    PacedPool pool =
        new PacedPool(limit, threads, Duration.ofMillis(longestWay), new Random(seed))
            .run(4 * limit);

    assertThat(pool.refused()).isZero();
    // Without enough threads it is they who leave room.
    if (limit * longestWay < threads * 40_000) {
      assertThat(meanWindow(pool.admitted(), limit)).isLessThan(60 / 0.95);
    }
  }

  @Property(tries = 300)
  void alone_it_is_never_refused_though_answers_are_lost_and_slow(
      @ForAll @IntRange(min = 1, max = 60) int limit,
      @ForAll @IntRange(min = 1, max = 32) int threads,
      @ForAll @IntRange(min = 1, max = 90_000) int longestWay,
      @ForAll @IntRange(min = 0, max = 60) int lost,
      @ForAll long seed) {
    PacedPool pool =
        new PacedPool(limit, threads, Duration.ofMillis(longestWay), new Random(seed))
            .losing(lost)
            .run(4 * limit);

    assertThat(pool.refused()).isZero();
    assertThat(pool.unmade()).isZero();
  }

  @Property(tries = 300)
  void with_others_on_the_key_it_is_silent_as_long_as_it_is_told_and_ends_all_the_same(
      @ForAll @IntRange(min = 2, max = 100) int limit,
      @ForAll @IntRange(min = 1, max = 16) int threads,
      @ForAll @IntRange(min = 1, max = 300) int longestWay,
      @ForAll @IntRange(min = 1, max = 9) int tenths,
      @ForAll long seed) {
    Duration every = MINUTE.multipliedBy(10).dividedBy((long) limit * tenths);
    int calls = 5 * limit;
    PacedPool pool =
        new PacedPool(limit, threads, Duration.ofMillis(longestWay), new Random(seed))
            .sharedWith(every, Duration.ofMinutes(20))
            .run(calls);

    assertThat(pool.unmade()).isZero();
    assertThat(pool.brokenSilences()).isEmpty();
  }

  @Test
  void with_others_on_the_key_three_calls_of_a_hundred_are_refused_at_most() {
    int refused = 0;
    int calls = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int limit = 10 + random.nextInt(100);
      int tenths = 1 + random.nextInt(9);
      Duration every = MINUTE.multipliedBy(10).dividedBy((long) limit * tenths);
      calls += 5 * limit;
      refused +=
          new PacedPool(limit, 1 + random.nextInt(16), Duration.ofMillis(200), random)
              .sharedWith(every, Duration.ofMinutes(20))
              .run(5 * limit)
              .refused();
    }
    assertThat(100.0 * refused / calls).isLessThan(3);
  }

  @Test
  void before_the_first_answer_one_call_is_under_way() {
    assertThat(window.untilFree(START)).isEqualTo(NOW);
    RateWindow.Slot first = window.take(START);

    assertThat(window.untilFree(START)).isEmpty();

    window.answered(first, START, true, rate(3, 2));
    assertThat(window.untilFree(START)).isEqualTo(NOW);
  }

  @Test
  void a_refusal_that_tells_of_no_limit_lets_another_one_ask() {
    window.take(START);

    window.answered(START, true, false);

    assertThat(window.untilFree(START)).isEqualTo(NOW);
    window.take(START);
    assertThat(window.untilFree(START)).isEmpty();
  }

  @Test
  void a_success_that_tells_of_no_limit_means_that_there_is_none() {
    window.take(START);

    window.answered(START, true, true);

    window.take(START);
    assertThat(window.untilFree(START)).isEqualTo(NOW);
  }

  @Test
  void a_call_counts_until_a_window_after_its_answer_and_a_little() {
    fill(2);

    assertThat(window.untilFree(START.plusSeconds(15)))
        .contains(Duration.ofSeconds(45).plusMillis(60));
    assertThat(window.untilFree(START.plusSeconds(60).plusMillis(60))).isEqualTo(NOW);
  }

  @Test
  void a_call_that_is_under_way_counts_for_as_long_as_it_is() {
    window.answered(window.take(START), START, true, rate(2, 1));
    window.take(START);

    Duration later = START.plus(MINUTE.multipliedBy(2));
    assertThat(window.untilFree(later)).isEqualTo(NOW);
    window.take(later);
    assertThat(window.untilFree(later)).isEmpty();
  }

  @Test
  void what_does_not_count_at_the_server_gives_its_slot_back_at_once() {
    window.answered(window.take(START), START, true, rate(2, 1));
    RateWindow.Slot second = window.take(START);

    window.answered(second, START, false, rate(2, 1));

    assertThat(window.untilFree(START)).isEqualTo(NOW);
  }

  @Test
  void what_never_left_gives_its_slot_back_at_once() {
    window.answered(window.take(START), START, true, rate(2, 1));
    window.take(START);

    window.notSent();

    assertThat(window.untilFree(START)).isEqualTo(NOW);
  }

  @Test
  void calls_of_others_take_room_until_one_of_them_may_have_left() {
    window.answered(window.take(START), START, true, told(10, 0, Duration.ofSeconds(1)));

    assertThat(window.untilFree(START)).contains(Duration.ofSeconds(1));
    Duration later = START.plusSeconds(1);
    assertThat(window.untilFree(later)).isEqualTo(NOW);
    window.take(later);
    assertThat(window.untilFree(later)).as("one at a time").contains(Duration.ofSeconds(1));
  }

  @Test
  void calls_of_others_leave_evenly_until_an_answer_tells_more() {
    window.answered(window.take(START), START, true, told(11, 0, MINUTE));
    Duration later = START.plusSeconds(30);

    for (int call = 0; call < 5; call++) {
      assertThat(window.untilFree(later)).as("call %d", call).isEqualTo(NOW);
      window.take(later);
    }
    assertThat(window.untilFree(later)).isNotEqualTo(NOW);
  }

  @Test
  void a_late_answer_to_an_early_call_does_not_bring_the_past_back() {
    window.answered(window.take(START), START, true, rate(10, 9));
    RateWindow.Slot early = window.take(START);
    RateWindow.Slot late = window.take(START);
    window.answered(late, START, true, rate(10, 7));

    window.answered(early, START.plusSeconds(30), true, rate(5, 0));

    assertThat(window.untilFree(START.plusSeconds(30))).isEqualTo(NOW);
  }

  @Test
  void a_limit_that_has_shrunk_holds_from_the_answer_that_tells() {
    fill(4);
    Duration later = START.plusSeconds(61);
    window.untilFree(later);
    window.answered(window.take(later), later, true, rate(2, 1));

    window.take(later);

    assertThat(window.untilFree(later)).contains(Duration.ofMinutes(1).plusMillis(60));
  }

  @Test
  void nobody_calls_while_the_server_asks_for_silence() {
    window.answered(window.take(START), START, true, rate(10, 9));
    window.closeUntil(START.plusSeconds(9));
    window.closeUntil(START.plusSeconds(4));

    assertThat(window.untilFree(START.plusSeconds(1))).contains(Duration.ofSeconds(8));
    assertThat(window.untilFree(START.plusSeconds(9))).isEqualTo(NOW);
  }

  private void fill(int limit) {
    for (int call = 1; call <= limit; call++) {
      window.answered(window.take(START), START, true, rate(limit, limit - call));
    }
  }

  private static Limits.Rate rate(long limit, long remaining) {
    return told(limit, remaining, MINUTE);
  }

  private static Limits.Rate told(long limit, long remaining, Duration nextIn) {
    return new Limits.Rate(limit, remaining, MINUTE, Optional.of(nextIn));
  }

  /** In seconds, how long it takes on average from a call to the one that is a limit later. */
  private static double meanWindow(List<Duration> admitted, int limit) {
    double sum = 0;
    for (int number = limit; number < admitted.size(); number++) {
      sum += admitted.get(number).minus(admitted.get(number - limit)).toMillis() / 1000.0;
    }
    return sum / (admitted.size() - limit);
  }
}
