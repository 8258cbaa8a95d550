package dev.waymark.client.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.retry.Refusal;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.NotInTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GenerationSlotsTest {

  private static final Duration HINT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final PassingTime time = new PassingTime();
  private final Duration begin = time.elapsed();
  private final List<String> looks = new ArrayList<>();

  /** Where threads wait, nobody looks and nothing but a finish ends it. */
  private final GenerationSlots shared =
      new GenerationSlots(Time.ofTheMachine(), (id, left) -> true);

  @Test
  void any_other_wait_is_waited_as_it_is_named() throws Exception {
    GenerationSlots slots = new GenerationSlots(time, this::unfinished);

    assertThat(slots.pause(HINT, Optional.of(refusal("RATE_LIMIT", "a")), LONG)).isFalse();
    assertThat(slots.pause(HINT, Optional.empty(), LONG)).isFalse();

    assertThat(time.elapsed()).isEqualTo(begin.plus(HINT).plus(HINT));
    assertThat(looks).isEmpty();
  }

  @Test
  void the_first_looks_at_one_in_flight_and_goes_on_when_that_has_finished() throws Exception {
    List<GenerationSlots> self = new ArrayList<>();
    self.add(
        new GenerationSlots(
            time,
            (id, left) -> {
              looks.add(id);
              time.pause(Duration.ofMillis(700));
              self.get(0).finished(id);
              return true;
            }));

    assertThat(self.get(0).pause(HINT, full("a", "b"), LONG)).isTrue();

    assertThat(looks).containsExactly("a");
    assertThat(time.elapsed()).isEqualTo(begin.plusMillis(700));
  }

  @Test
  void after_three_looks_at_different_ones_the_server_is_asked_again() throws Exception {
    GenerationSlots slots = new GenerationSlots(time, this::unfinished);

    assertThat(slots.pause(HINT, full("a", "b"), LONG)).isTrue();

    assertThat(looks).containsExactly("a", "b", "a");
  }

  @Test
  void a_server_that_does_not_hold_its_answers_back_is_asked_once_a_second() throws Exception {
    GenerationSlots slots =
        new GenerationSlots(
            time,
            (id, left) -> {
              looks.add(id + time.elapsed().minus(begin));
              return true;
            });

    assertThat(slots.pause(HINT, full("a"), LONG)).isTrue();

    assertThat(looks).containsExactly("aPT0S", "aPT1S", "aPT2S");
    assertThat(time.elapsed()).isEqualTo(begin.plusSeconds(3));
  }

  @Test
  void where_looking_fails_it_goes_by_the_hint() throws Exception {
    GenerationSlots slots =
        new GenerationSlots(
            time,
            (id, left) -> {
              throw new IOException("no way");
            });

    assertThat(slots.pause(HINT, full("a"), LONG)).isFalse();

    assertThat(time.elapsed()).isEqualTo(begin.plus(HINT));
  }

  @Test
  void where_the_server_names_none_it_goes_by_the_hint() throws Exception {
    GenerationSlots slots = new GenerationSlots(time, this::unfinished);

    assertThat(slots.pause(HINT, full(), LONG)).isFalse();

    assertThat(time.elapsed()).isEqualTo(begin.plus(HINT));
  }

  @Test
  void what_another_call_watches_is_not_looked_at_and_waited_for_as_long_as_the_call_may()
      throws Exception {
    GenerationSlots slots = new GenerationSlots(time, this::unfinished);
    slots.watching("a");

    assertThat(slots.pause(HINT, full("a"), LONG)).isFalse();

    assertThat(looks).isEmpty();
    assertThat(time.elapsed()).isEqualTo(begin.plus(LONG));
  }

  @Test
  void a_finish_that_was_seen_before_the_refusal_came_is_room_for_one() throws Exception {
    GenerationSlots slots = new GenerationSlots(time, this::unfinished);
    slots.finished("a");

    assertThat(slots.pause(HINT, full("a", "b"), LONG)).isTrue();
    assertThat(time.elapsed()).isEqualTo(begin);
    assertThat(looks).isEmpty();
    assertThat(slots.pause(HINT, full("b", "c"), LONG)).isTrue();
    assertThat(looks).as("the second one had to look").isNotEmpty();
  }

  @Test
  void a_server_that_still_names_what_has_finished_is_left_alone_for_as_long_as_it_says()
      throws Exception {
    List<GenerationSlots> self = new ArrayList<>();
    GenerationSlots slots =
        new GenerationSlots(
            time,
            (id, left) -> {
              looks.add(id);
              self.get(0).finished(id);
              return true;
            });
    self.add(slots);

    assertThat(slots.pause(HINT, full("a"), LONG)).isTrue();
    assertThat(slots.pause(HINT, full("a"), LONG)).isFalse();
    slots.finished("a");
    assertThat(slots.pause(HINT, full("a"), LONG)).as("seen by others too").isFalse();

    assertThat(looks).containsExactly("a");
    assertThat(time.elapsed()).isEqualTo(begin.plus(HINT).plus(HINT));
  }

  @Test
  void each_finish_lets_one_go_on_the_one_whose_time_ends_first() throws Exception {
    shared.watching("a");
    shared.watching("b");
    Beside<Boolean> late = Beside.waiting(() -> shared.pause(HINT, full("a", "b"), LONG));
    Beside<Boolean> early =
        Beside.waiting(() -> shared.pause(HINT, full("a", "b"), LONG.minusSeconds(1)));

    shared.finished("b");

    assertThat(early.result()).isTrue();
    assertThat(late.stillWaits()).isTrue();
    shared.finished("b");
    assertThat(late.stillWaits()).as("the same finish, seen again").isTrue();
    shared.finished("a");
    assertThat(late.result()).isTrue();
  }

  @Test
  void what_was_finished_before_the_refusal_is_no_room() throws Exception {
    shared.watching("b");
    Beside<Boolean> waiting = Beside.waiting(() -> shared.pause(HINT, full("b"), LONG));

    shared.finished("of yesterday");

    assertThat(waiting.stillWaits()).isTrue();
    shared.finished("b");
    assertThat(waiting.result()).isTrue();
  }

  @Test
  void a_start_that_leaves_room_for_more_lets_the_next_one_go_on() throws Exception {
    shared.watching("a");
    Beside<Boolean> waiting = Beside.waiting(() -> shared.pause(HINT, full("a"), LONG));

    shared.started("c", /* more= */ false);
    assertThat(waiting.stillWaits()).isTrue();
    shared.started("d", /* more= */ true);

    assertThat(waiting.result()).isTrue();
  }

  @Test
  void one_that_was_started_since_makes_room_when_it_has_finished() throws Exception {
    shared.watching("a");
    Beside<Boolean> waiting = Beside.waiting(() -> shared.pause(HINT, full("a"), LONG));

    shared.watching("c");
    shared.started("c", /* more= */ false);
    shared.finished("c");

    assertThat(waiting.result()).isTrue();
  }

  @Test
  void a_new_start_goes_at_once_unless_others_wait_and_then_behind_them() throws Exception {
    shared.enter(LONG);
    shared.watching("a");
    shared.watching("b");
    Beside<Boolean> refused = Beside.waiting(() -> shared.pause(HINT, full("a", "b"), LONG));
    Beside<Boolean> entering =
        Beside.waiting(() -> {
          shared.enter(LONG);
          return true;
        });

    shared.finished("a");

    assertThat(refused.result()).isTrue();
    assertThat(entering.stillWaits()).isTrue();
    shared.finished("b");
    assertThat(entering.result()).isTrue();
  }

  @Test
  void a_new_start_whose_turn_does_not_come_is_not_sent() throws Exception {
    shared.watching("a");
    Beside<Boolean> refused = Beside.waiting(() -> shared.pause(HINT, full("a"), LONG));

    assertThatThrownBy(() -> shared.enter(Duration.ofMillis(1))).isInstanceOf(NotInTime.class);
    shared.finished("a");
    assertThat(refused.result()).isTrue();
  }

  @Test
  void an_interrupt_ends_the_wait_at_once_and_holds_nobody_up() throws Exception {
    shared.watching("a");
    Beside<Boolean> first = Beside.waiting(() -> shared.pause(HINT, full("a"), LONG));
    Beside<Boolean> second = Beside.waiting(() -> shared.pause(HINT, full("a"), LONG));

    first.interrupt();

    assertThatThrownBy(first::result)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    shared.finished("a");
    assertThat(second.result()).isTrue();
  }

  @Test
  void the_room_of_one_that_is_interrupted_is_for_the_next() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    GenerationSlots slots =
        new GenerationSlots(
            Time.ofTheMachine(), (id, left) -> never.await(LONG.toSeconds(), TimeUnit.SECONDS));
    slots.watching("b");
    Beside<Boolean> looking = Beside.waiting(() -> slots.pause(HINT, full("a", "b"), LONG));
    slots.finished("b");
    Beside<Boolean> next =
        Beside.waiting(() -> {
          slots.enter(LONG);
          return true;
        });

    looking.interrupt();

    assertThatThrownBy(looking::result).hasCauseInstanceOf(InterruptedException.class);
    assertThat(next.result()).isTrue();
  }

  private boolean unfinished(String id, Duration left) throws InterruptedException {
    looks.add(id);
    time.pause(Duration.ofSeconds(5));
    return true;
  }

  private static Optional<Refusal> full(String... running) {
    return Optional.of(refusal("CONCURRENCY_LIMIT", running));
  }

  private static Refusal refusal(String code, String... running) {
    return new Refusal(
        429,
        Optional.of(code),
        Optional.empty(),
        Optional.of(true),
        Optional.of(HINT),
        Optional.empty(),
        List.of(running));
  }
}
