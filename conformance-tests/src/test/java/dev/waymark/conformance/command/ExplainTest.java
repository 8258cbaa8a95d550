package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.judging.ClientCase;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rules;
import java.util.List;
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
  void what_a_client_owes_for_a_code_is_explained_with_its_cases() {
    Ran ran = Ran.command("explain", "client/RATE_LIMIT/429/resend");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .startsWith("client/RATE_LIMIT/429/resend (MUST, claim client-retry)")
        .containsPattern("openapi.yaml, line \\d+: the code in the catalogue")
        .containsPattern("Brought about\\R  rate-limit: 429 RATE_LIMIT, again and again")
        .contains("1. 429 RATE_LIMIT, Retry-After: 1", "50 ms");
  }

  @Test
  void every_obligation_of_clients_is_explained() {
    Obligations obligations = Obligations.of(Contract.read(), Rules.read());
    List<ClientCase> cases = new OwnSuites().clientCases(obligations.contract());

    assertThat(obligations.all())
        .filteredOn(one -> one.claim().isOfClients() && !one.id().equals("READ-06"))
        .allSatisfy(one -> assertThat(new ClientCauses(cases).of(one.id())).hasSizeGreaterThan(2));
  }

  @Test
  void the_name_of_a_clients_case_is_explained_too() {
    Ran ran = Ran.command("explain", "wait-with-a-fraction");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("429 with Retry-After: 1.5", "2. 202", "SEND-02", "startGeneration");
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
