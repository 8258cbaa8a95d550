package dev.waymark.client.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InFlightTest {

  private final InFlight inFlight = new InFlight();

  @Test
  void a_finish_makes_room_once() {
    inFlight.refused(List.of("a"));

    assertThat(inFlight.finished("a")).isTrue();
    assertThat(inFlight.finished("a")).isFalse();
    assertThat(inFlight.isEmpty()).isTrue();
  }

  @Test
  void what_the_last_refusal_does_not_name_makes_no_room() {
    inFlight.refused(List.of("a"));
    inFlight.refused(List.of("b"));

    assertThat(inFlight.finished("a")).isFalse();
  }

  @Test
  void a_refusal_that_names_what_has_finished_is_older_than_that() {
    inFlight.unused("a");

    assertThat(inFlight.refused(List.of("a", "b"))).isTrue();
    assertThat(inFlight.refused(List.of("a", "b"))).as("used up").isFalse();
  }

  @Test
  void a_finish_that_was_used_makes_no_room_again_whatever_is_said_after_it() {
    inFlight.refused(List.of("a"));
    inFlight.finished("a");
    inFlight.used("a");

    inFlight.unused("a");
    assertThat(inFlight.refused(List.of("a"))).isFalse();
    inFlight.started("a");
    assertThat(inFlight.isEmpty()).isTrue();
  }

  @Test
  void each_of_several_finishes_is_room_for_one() {
    inFlight.unused("a");
    inFlight.unused("b");

    assertThat(inFlight.refused(List.of("a", "b"))).isTrue();
    assertThat(inFlight.refused(List.of("a", "b"))).isTrue();
    assertThat(inFlight.refused(List.of("a", "b"))).isFalse();
  }

  @Test
  void a_refusal_that_is_older_than_a_finish_takes_nothing_away() {
    inFlight.unused("a");
    inFlight.started("c");

    inFlight.refused(List.of("a", "b"));

    assertThat(inFlight.finished("b")).isTrue();
    assertThat(inFlight.finished("c")).isTrue();
  }

  @Test
  void only_the_newest_starts_are_remembered() {
    for (int number = 0; number <= 1000; number++) {
      inFlight.started("g" + number);
    }

    assertThat(inFlight.finished("g0")).isFalse();
    assertThat(inFlight.finished("g1")).isTrue();
  }

  @Test
  void only_the_newest_finishes_are_remembered() {
    for (int number = 0; number <= 1000; number++) {
      inFlight.unused("g" + number);
    }

    assertThat(inFlight.refused(List.of("g0"))).isFalse();
    assertThat(inFlight.refused(List.of("g1"))).isTrue();
  }

  @Test
  void those_that_nobody_watches_take_turns() {
    inFlight.refused(List.of("a", "b", "c"));
    inFlight.watch("b");
    inFlight.watch("b");
    inFlight.watchNoMore("b");

    assertThat(inFlight.nextUnwatched()).contains("a");
    assertThat(inFlight.nextUnwatched()).contains("c");
    assertThat(inFlight.nextUnwatched()).contains("a");
    inFlight.watchNoMore("b");
    assertThat(inFlight.nextUnwatched()).contains("b");
  }
}
