package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.process.Command;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The checks that stand beside the document, run as a person would run them. */
final class LintTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void the_contract_passes_its_lint() {
    passes("lint");
  }

  @Test
  void the_rules_of_the_lint_pass_their_own_tests() {
    passes("test");
  }

  private static void passes(String script) {
    Command.Outcome outcome =
        Command.of(ContractFolder.path(), PATIENCE, "npm", "run", "--silent", script).run();
    assertThat(outcome.exitCode()).as("npm run %s says:%n%s", script, outcome.output()).isZero();
  }
}
