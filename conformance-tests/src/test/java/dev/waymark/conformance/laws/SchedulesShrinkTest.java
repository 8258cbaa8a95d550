package dev.waymark.conformance.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.schedules.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How a failing list of steps is found, made small, told and found again. */
final class SchedulesShrinkTest {
  private static final int LARGE = 60;

  /** Fails where two large numbers stand in a list. */
  private static void refusesTwoLarge(List<Integer> steps) {
    if (steps.stream().filter(step -> step >= LARGE).count() >= 2) {
      throw new Breach("RULE-01", "two large ones");
    }
  }

  private static Property<Integer> property(long seed, int shrinks, Consumer<List<Integer>> run) {
    return new Property<>(
        seed,
        20,
        12,
        shrinks,
        random -> random.nextInt(100),
        step -> step > 0 ? List.of(0, step / 2, step - 1) : List.of(),
        run);
  }

  @Test
  void what_does_not_matter_is_left_out_and_what_matters_is_made_small() {
    Property.Counterexample<Integer> found =
        property(1, 1000, SchedulesShrinkTest::refusesTwoLarge).search().orElseThrow();

    assertThat(found.smallest()).containsExactly(LARGE, LARGE);
  }

  @Test
  void no_more_runs_are_spent_than_allowed() {
    List<List<Integer>> runs = new ArrayList<>();
    Property.Counterexample<Integer> found =
        property(
                1,
                5,
                steps -> {
                  runs.add(steps);
                  throw new Breach("RULE-01", "always");
                })
            .search()
            .orElseThrow();

    assertThat(runs).hasSizeLessThanOrEqualTo(1 + 5);
    assertThat(found.smallest()).hasSizeLessThan(12);
  }

  @Test
  void without_shrinking_the_first_failing_list_is_told_as_it_is() {
    Property<Integer> property = property(1, 0, SchedulesShrinkTest::refusesTwoLarge);
    Property.Counterexample<Integer> found = property.search().orElseThrow();

    assertThat(found.smallest()).isEqualTo(property.steps(found.seed()));
  }

  @Test
  void the_seed_that_is_told_finds_it_again_at_the_first_try() {
    long seed = property(1, 0, SchedulesShrinkTest::refusesTwoLarge).search().orElseThrow().seed();
    List<List<Integer>> runs = new ArrayList<>();

    assertThat(
            property(
                    seed,
                    0,
                    steps -> {
                      runs.add(steps);
                      refusesTwoLarge(steps);
                    })
                .search())
        .isPresent();
    assertThat(runs).hasSize(1);
  }

  @Test
  void what_is_told_names_the_seed_and_the_smallest_list() {
    Property<Integer> property = property(1, 1000, SchedulesShrinkTest::refusesTwoLarge);
    long seed = property.search().orElseThrow().seed();

    assertThatThrownBy(property::require)
        .isInstanceOf(Breach.class)
        .hasMessage("two large ones (seed %d, after 2 steps: [60, 60])", seed);
  }

  @Test
  void what_always_holds_is_tried_as_often_as_asked_and_found_kept() {
    List<List<Integer>> runs = new ArrayList<>();

    assertThat(property(1, 10, runs::add).search()).isEmpty();
    assertThat(runs).hasSize(20).doesNotHaveDuplicates();
  }
}
