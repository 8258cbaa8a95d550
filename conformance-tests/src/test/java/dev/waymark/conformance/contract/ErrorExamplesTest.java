package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that the document shows is one that the catalogue allows, to the letter. */
final class ErrorExamplesTest {
  private static final Contract CONTRACT = Contract.read();
  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  static Stream<ErrorExample> errors() {
    return ErrorExample.of(CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void the_sentences_are_the_templates_filled_with_its_own_numbers(ErrorExample example) {
    JsonNode error = example.error();
    CatalogueRow row = example.row();
    assertThat(error.path("message").asText())
        .as("%s", example)
        .isEqualTo(new Template(row.message()).filledFrom(error));
    assertThat(error.path("next").asText())
        .as("%s", example)
        .isEqualTo(new Template(row.next()).filledFrom(error));
    assertThat(error.path("message").asText() + error.path("next").asText())
        .as("%s has a placeholder that nothing fills", example)
        .doesNotContain("{");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void it_has_exactly_the_extras_of_its_row(ErrorExample example) {
    Set<String> required = new HashSet<>(COMMON);
    Set<String> allowed = new HashSet<>(COMMON);
    for (CatalogueRow.Extra extra : example.row().extras()) {
      allowed.add(extra.name());
      if (!extra.optional()) {
        required.add(extra.name());
      }
    }
    assertThat(example.error().fieldNames())
        .toIterable()
        .as("%s", example)
        .containsAll(required)
        .isSubsetOf(allowed);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void its_extras_have_the_types_of_its_row(ErrorExample example) {
    for (CatalogueRow.Extra extra : example.row().extras()) {
      JsonNode value = example.error().path(extra.name());
      if (!value.isMissingNode()) {
        assertThat(isOf(extra.type(), value))
            .as("%s: %s is a %s", example, value, extra.type())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void it_says_how_to_retry_as_its_row_does(ErrorExample example) {
    JsonNode retry = example.error().path("retry");
    JsonNode rule = example.row().retry();
    assertThat(retry.path("strategy")).as("%s", example).isEqualTo(rule.path("strategy"));
    for (String fixed : List.of("event", "base_ms", "max_ms")) {
      assertThat(retry.path(fixed)).as("%s: %s", example, fixed).isEqualTo(rule.path(fixed));
    }
    boolean timed = example.row().strategy().equals("after_delay");
    assertThat(retry.has("after_ms"))
        .as("%s: after_ms", example)
        .isEqualTo(timed || rule.has("after_ms"));
    if (rule.has("after_ms")) {
      assertThat(retry.path("after_ms")).as("%s", example).isEqualTo(rule.path("after_ms"));
    }
    assertThat(retry.has("resets_at"))
        .as("%s: resets_at", example)
        .isEqualTo(rule.path("resets_at").asBoolean(false));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void it_says_what_it_costs_as_its_row_does(ErrorExample example) {
    JsonNode charge = example.error().path("charge");
    assertThat(charge.path("state").asText()).as("%s", example).isEqualTo(example.row().charge());
    assertThat(charge.path("credits").asLong() == 0)
        .as("%s: credits", example)
        .isEqualTo(example.row().charge().equals("none"));
  }

  @Test
  void every_row_of_the_catalogue_is_shown_somewhere() {
    Set<String> shown = errors().map(example -> example.row().code()).collect(Collectors.toSet());
    assertThat(CONTRACT.catalogue()).extracting(CatalogueRow::code).isSubsetOf(shown);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "timestamp" -> value.isTextual() && Instant.parse(value.textValue()) != null;
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new AssertionError("The catalogue has a type of its own: " + type);
    };
  }
}
