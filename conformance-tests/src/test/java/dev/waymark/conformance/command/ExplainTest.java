package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every obligation can be explained, and what is none leads to those that are. */
final class ExplainTest {
  @Test
  void a_clause_is_explained_from_the_contract_to_the_verdicts() {
    Ran ran = Ran.command("explain", "startGeneration/429/RATE_LIMIT/retry-after");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .startsWith("startGeneration/429/RATE_LIMIT/retry-after (MUST, claim rate-limit)")
        .containsPattern("openapi.yaml, line \\d+: the operation's answer of 429")
        .containsPattern("openapi.yaml, line \\d+: what it refers to")
        .containsPattern("openapi.yaml, line \\d+: the code in the catalogue")
        .contains("Brought about", "Judged", "UNREACHED");
  }

  @Test
  void a_rule_is_explained_with_its_source() {
    assertThat(Ran.command("explain", "ERR-02").out())
        .contains("The code belongs to the status", "openapi.yaml, x-errors")
        .containsPattern("rules.yaml, line \\d+");
  }

  @Test
  void the_case_that_brings_it_about_is_named() {
    assertThat(Ran.command("explain", "listErrors/200/ok/status").out())
        .containsPattern("Brought about\\R  \\S+");
  }

  @Test
  void a_row_lists_its_clauses() {
    assertThat(Ran.command("explain", "startGeneration/429/RATE_LIMIT").out().lines())
        .contains("startGeneration/429/RATE_LIMIT/retry-after")
        .allMatch(line -> line.startsWith("startGeneration/429/RATE_LIMIT/"));
  }

  @Test
  void a_slip_leads_to_the_nearest_ones() {
    Ran ran = Ran.command("explain", "startGeneration/429/RATE_LIMT/retryafter");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err().lines().toList())
        .element(1)
        .isEqualTo("  startGeneration/429/RATE_LIMIT/retry-after");
  }

  @Test
  void a_rule_that_the_kit_does_not_judge_is_said_to_be_one() {
    assertThat(Ran.command("explain", "ERR-17").err())
        .startsWith("ERR-17 is a rule that this kit does not judge");
  }
}
