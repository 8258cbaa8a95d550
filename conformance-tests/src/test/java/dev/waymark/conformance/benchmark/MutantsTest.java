package dev.waymark.conformance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MutantsTest {
  @Test
  void there_are_as_many_as_were_promised_and_each_has_a_name_of_its_own() {
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(45);
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(all().map(Mutant::name)).doesNotHaveDuplicates();
  }

  private static Stream<Mutant> all() {
    return Stream.concat(Mutants.all().stream(), Variants.all().stream());
  }
}
