package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error that a generation has ended with is judged where it shows: in answers that succeed. */
final class GenerationErrorsTest {
  private static final ContractCheck CHECK = new ContractCheck(Reply.CONTRACT);
  private static final JsonNode FAILED =
      Reply.CONTRACT.document().at("/components/examples/FailedGeneration/value");

  @Test
  void the_contracts_own_is_right() {
    assertThat(CHECK.violationsOfGenerationError(FAILED.path("error"))).isEmpty();
    assertThat(one(FAILED).violations()).isEmpty();
  }

  @ParameterizedTest(name = "{0} for {1} breaks {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PROVIDER_ERROR\",\"m | SOMETHING_NEW\",\"m | code SHOULD, help MUST",
        "PROVIDER_ERROR | SOMETHING_NEW | code SHOULD",
        "errors/PROVIDER_ERROR | errors/GENERATION_FAILED | help MUST",
        "\"docs_url\" | \"docs\" | extras SHOULD, help MUST",
        "PROVIDER_ERROR | INTERNAL_ERROR | charge MUST, code MUST, extras SHOULD, text SHOULD",
        "atlas-1 failed | atlas-1 broke | text SHOULD",
        "\"message\" | \"said\" | extras SHOULD, text MUST",
        "\"backoff\" | \"never\" | retry MUST",
        "\"base_ms\":1000 | \"base_ms\":2000 | retry MUST",
        "\"released\" | \"settled\" | charge MUST",
        "\"released\" | \"none\" | charge MUST",
      })
  void what_is_wrong_with_it_is_told(String right, String wrong, String broken) {
    Reply spoilt = one(FAILED).replaced(right, wrong);
    assertThat(CHECK.violationsOfGenerationError(spoilt.json().path("error")))
        .extracting(violation -> violation.clause().slug() + " " + violation.level())
        .containsOnly(broken.split(", "));
    String level = broken.contains("MUST") ? "body MUST" : "body SHOULD";
    assertThat(spoilt.broken()).contains(level);
    assertThat(page(spoilt.json()).broken()).contains(level);
  }

  private static Reply one(JsonNode generation) {
    return Reply.of("getGeneration", 200, "")
        .withBody(generation.toString())
        .without("Retry-After")
        .without("Preference-Applied");
  }

  private static Reply page(JsonNode generation) {
    Reply page = Reply.of("listGenerations", 200, "");
    ObjectNode body = (ObjectNode) page.json();
    body.putArray("data").add(generation);
    return page.withBody(body.toString());
  }
}
