package dev.waymark.conformance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.rules.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code report.json} has all that a program needs to know of a run. */
final class JsonReportTest {
  private final RunReport report = Reports.withEverything();
  private JsonNode read = new ObjectMapper().createObjectNode();

  @BeforeEach
  void read() throws Exception {
    read = new ObjectMapper().readTree(JsonReport.of(report, Rules.read()));
  }

  @Test
  void it_says_who_when_how_long_and_how_to_do_it_again() {
    assertThat(read.path("subject").asText()).isEqualTo("<b>Somebody</b>");
    assertThat(read.path("begun").asText()).isEqualTo("2026-11-22T10:00:00.123Z");
    assertThat(read.path("took_ms").asLong()).isEqualTo(61_234);
    assertThat(read.path("command").asText()).endsWith("--seed 7");
    assertThat(read.path("exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void the_counts_are_those_of_the_entries() {
    assertThat(read.path("entries")).hasSize(report.entries().size());
    read.path("counts")
        .properties()
        .forEach(count ->
            assertThat(
                    read.path("entries")
                        .valueStream()
                        .filter(one -> one.path("verdict").asText().equals(count.getKey())))
                .as(count.getKey())
                .hasSize(count.getValue().asInt()));
  }

  @Test
  void an_exchange_stands_once_and_is_found_from_each_entry_that_is_not_kept() {
    assertThat(read.path("exchanges")).hasSize(1);
    assertThat(read.path("exchanges").path(0).path("answer").asText())
        .isEqualTo(Reports.PROOF.answer());
    assertThat(
            entry("startGeneration/429/RATE_LIMIT/retry-after").path("evidence").path(0).asInt(-1))
        .isZero();
    assertThat(entry("startGeneration/429/RATE_LIMIT/body").path("evidence")).isEmpty();
  }

  @Test
  void a_known_failure_and_a_stale_one_keep_their_reason() {
    assertThat(entry("startGeneration/401/UNAUTHORIZED/code").path("verdict").asText())
        .isEqualTo("KNOWN-FAIL");
    assertThat(entry("startGeneration/401/UNAUTHORIZED/text").path("text").asText())
        .isEqualTo("ticket 2: as promised");
  }

  @Test
  void rules_that_no_kit_can_judge_are_listed_aloud() {
    assertThat(read.path("rules_not_judged").size()).isGreaterThan(10);
  }

  private JsonNode entry(String id) {
    return read.path("entries")
        .valueStream()
        .filter(one -> one.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
