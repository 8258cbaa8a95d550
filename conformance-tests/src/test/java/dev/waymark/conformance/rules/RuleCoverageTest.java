package dev.waymark.conformance.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rules and tests belong together; what has no test is said aloud. */
final class RuleCoverageTest {
  private static final Rules RULES = Rules.read();

  @Test
  void every_test_names_rules_that_are_in_force() {
    assertThat(RULES.inForce()).containsAll(TestedRules.ids());
  }

  @Test
  void every_rule_has_an_id_of_its_own_a_sentence_and_a_source() {
    assertThat(RULES.all()).extracting(Rules.Entry::id).doesNotHaveDuplicates();
    assertThat(RULES.all())
        .allSatisfy(rule -> {
          assertThat(rule.id()).matches("[A-Z]+-\\d+");
          assertThat(rule.rule()).as(rule.id()).endsWith(".");
          assertThat(rule.source()).as(rule.id()).isNotBlank();
        });
  }

  @Test
  void rules_without_a_test_are_said_aloud() {
    Set<String> untested = new TreeSet<>(RULES.inForce());
    untested.removeAll(TestedRules.ids());
    say("UNTESTED RULES: " + (untested.isEmpty() ? "none" : String.join(" ", untested)));
    say("NOT IN THIS CONTRACT YET: " + later());
    assertThat(untested).hasSizeLessThan(RULES.inForce().size());
  }

  private static String later() {
    return RULES.all().stream()
        .filter(rule -> !rule.later().isEmpty())
        .collect(
            groupingBy(Rules.Entry::later, TreeMap::new, mapping(Rules.Entry::id, joining(" "))))
        .entrySet()
        .stream()
        .map(part -> part.getKey() + ": " + part.getValue())
        .collect(joining("; "));
  }

  @SuppressWarnings("SystemOut") // Said to whoever reads the build's output.
  private static void say(String line) {
    System.out.println(line);
  }
}
