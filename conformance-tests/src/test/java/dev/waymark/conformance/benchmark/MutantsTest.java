package dev.waymark.conformance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.filter.FilterProxy;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SubjectExtension.class)
final class MutantsTest {
  @Test
  void there_are_as_many_as_were_promised_and_each_has_a_name_of_its_own() {
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(45);
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(all().map(Mutant::name)).doesNotHaveDuplicates();
  }

  /** One walk for all: each looks at the true exchanges, and what it would make of them is lost. */
  @Test
  void each_changes_something_that_passes(Subject subject) {
    Map<String, Watched> watched = new TreeMap<>();
    changing().forEach(mutant -> watched.put(mutant.name(), new Watched(mutant.filter().get())));
    List<Throwable> failures = new ArrayList<>();
    try (FilterProxy proxy =
        FilterProxy.before(
            subject.server().uri(),
            new Onlookers(List.copyOf(watched.values())),
            new SubjectBehind(subject),
            Recorder.NONE)) {
      new Tour(subject, proxy.uri()).take();
      failures.addAll(proxy.failures());
    }
    assertThat(failures).isEmpty();
    assertThat(watched)
        .allSatisfy((name, filter) -> assertThat(filter.deeds()).as(name).isPositive());
  }

  private static Stream<Mutant> all() {
    return Stream.concat(Mutants.all().stream(), Variants.all().stream());
  }

  /** All but the one that changes nothing but the time. */
  private static Stream<Mutant> changing() {
    return all().filter(mutant -> !mutant.name().equals("slower"));
  }

  /** Shows every exchange to all of them and lets it pass as it is. */
  private record Onlookers(List<Watched> filters) implements Filter {
    @Override
    public Request ask(Request asked, Behind behind) {
      filters.forEach(filter -> filter.ask(asked, behind));
      return asked;
    }

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      filters.forEach(filter -> filter.answer(asked, answer, behind));
      return answer;
    }
  }
}
