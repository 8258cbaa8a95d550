package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A header has one example for all codes of its response, so it is that of the first code, which is
 * what the mock answers when no code is asked for.
 */
final class ErrorHeadersTest {
  private static final long LONGEST_WAIT_MILLIS = 120_000;

  static Stream<ResponseExample> firstExamples() {
    return Contract.read().operations().stream()
        .flatMap(operation -> operation.errors().stream())
        .map(response -> response.examples().getFirst());
  }

  @ParameterizedTest
  @MethodSource("firstExamples")
  void the_code_and_the_request_id_are_those_of_the_body(ResponseExample example) {
    assertThat(header(example, "X-Error-Code"))
        .as("%s", example)
        .isEqualTo(example.value().path("error").asText());
    assertThat(header(example, "X-Request-Id"))
        .as("%s", example)
        .isEqualTo(example.value().path("request_id").asText());
  }

  @ParameterizedTest
  @MethodSource("firstExamples")
  void the_wait_is_that_of_the_body(ResponseExample example) {
    long millis = wait(example.value().path("retry"));
    boolean waits = millis > 0 && millis <= LONGEST_WAIT_MILLIS;
    assertThat(header(example, "X-Should-Retry"))
        .as("%s", example)
        .isEqualTo(Boolean.toString(waits));
    assertThat(header(example, "Retry-After-Ms"))
        .as("%s", example)
        .isEqualTo(waits ? "" + millis : "");
    assertThat(header(example, "Retry-After"))
        .as("%s", example)
        .isEqualTo(waits ? "" + (millis + 999) / 1000 : "");
  }

  /** 0 if the strategy names no time. */
  private static long wait(JsonNode retry) {
    return retry.path("after_ms").asLong(retry.path("base_ms").asLong(0));
  }

  private static String header(ResponseExample example, String name) {
    return example.response().headerExample(name).map(JsonNode::asText).orElse("");
  }
}
