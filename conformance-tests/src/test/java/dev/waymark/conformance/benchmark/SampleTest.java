package dev.waymark.conformance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the benchmark from rotting: {@code conformance-tests/benchmark} has all of it. */
@ExtendWith(SubjectExtension.class)
final class SampleTest {
  private final KitRun kit;

  SampleTest(Subject subject) {
    this.kit = new KitRun(subject);
  }

  @ParameterizedTest
  @CsvSource({
    "wait-too-short, RATE-02",
    "replay-runs-again, IDEM-01",
    "cancel-only-told, GEN-07",
    "anonymous-accepted, listModels/401/UNAUTHORIZED/status",
    "failure-shows-its-cause, SEC-04",
    "only-the-first-mistake, ERR-14"
  })
  void a_mutant_is_killed_by_the_cases_that_look_at_it(String name, String obligation) {
    assertThat(failures(mutant(name), obligation)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"none, RATE-02", "other-order, ERR-14", "in-chunks, ERR-11"})
  void what_keeps_the_contract_is_not_failed(String name, String obligation) {
    assertThat(failures(mutant(name), obligation)).isEmpty();
  }

  private Set<String> failures(Mutant mutant, String obligation) {
    return kit.untilKilled(mutant, Set.of(), one -> one.decides().contains(obligation))
        .failures()
        .keySet();
  }

  private static Mutant mutant(String name) {
    return Stream.of(
            List.of(new Mutant("none", "", () -> Filter.NONE)), Mutants.all(), Variants.all())
        .flatMap(List::stream)
        .filter(mutant -> mutant.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
