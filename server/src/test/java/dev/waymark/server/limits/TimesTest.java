package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimesTest {
  /** So many more come, then a share of all leaves at the front, then one somewhere. */
  record Step(int added, int pause, double left, double removed) {}

  @Property
  void they_are_a_list_of_times_whatever_comes_and_leaves(@ForAll("steps") List<Step> steps) {
    Times times = new Times();
    List<Long> model = new ArrayList<>();
    long now = -500;
    for (Step step : steps) {
      for (int one = 0; one < step.added(); one++) {
        now += step.pause();
        times.add(now);
        model.add(now);
      }
      int left = (int) (model.size() * step.left());
      times.removeFirst(left);
      model.subList(0, left).clear();
      if (!model.isEmpty()) {
        int index = (int) (model.size() * step.removed());
        times.remove(index);
        model.remove(index);
      }
      assertThat(LongStream.range(0, times.size()).map(index -> times.get((int) index)))
          .containsExactlyElementsOf(model);
    }
  }

  @Property
  void they_count_how_many_are_not_after_a_time(@ForAll("steps") List<Step> steps) {
    Times times = new Times();
    List<Long> model = new ArrayList<>();
    long now = 0;
    for (Step step : steps) {
      int left = (int) (model.size() * step.left());
      times.removeFirst(left);
      model.subList(0, left).clear();
      for (int one = 0; one < step.added(); one++) {
        now += step.pause();
        times.add(now);
        model.add(now);
      }
      for (long asked = now - 20; asked <= now + 1; asked++) {
        long until = asked;
        assertThat(times.until(asked))
            .isEqualTo((int) model.stream().filter(time -> time <= until).count());
      }
    }
  }

  @Test
  void the_last_is_the_one_that_came_last() {
    Times times = new Times();
    for (long time = 1; time <= 100; time++) {
      times.add(time);
      assertThat(times.last()).isEqualTo(time);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 70),
            Arbitraries.integers().between(0, 2),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 0.99))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }
}
