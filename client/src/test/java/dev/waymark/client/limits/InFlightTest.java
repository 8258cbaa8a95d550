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
