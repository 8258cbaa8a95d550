package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.SharedServer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is said of bodies that the server's own reader cannot read. */
class UnreadableJsonTest {
  private static final String ONE_OF_OURS =
      "the body (ends in the middle of a JSON value|is nested too deeply or has a value that is too long|is not valid JSON)"
          + "( \\(line \\d+, column \\d+\\))?\\.";

  private final ObjectMapper json = SharedServer.get().bean(ObjectMapper.class);

  @Property
  void the_reason_holds_nothing_but_kind_and_place_whatever_the_body(
      @ForAll("bodies") String body) {
    try {
      json.readTree(body);
    } catch (JsonProcessingException e) {
      assertThat(UnreadableJson.reason(e)).matches(ONE_OF_OURS);
    }
  }

  @Test
  void a_body_that_ends_too_early_is_told_as_one() {
    assertThat(reason("{\"model\":\"atlas-1\"")).startsWith("the body ends in the middle");
  }

  @Test
  void the_place_is_told() {
    assertThat(reason("{\n  \"model\": secret\n}")).contains("(line 2, column ");
  }

  @Test
  void a_name_that_is_there_twice_is_not_repeated() {
    assertThat(reason("{\"secret\":1,\"secret\":2}"))
        .startsWith("the body is not valid JSON")
        .doesNotContain("secret");
  }

  @Test
  void a_body_that_is_nested_too_deeply_is_told_as_one() {
    assertThat(reason("[".repeat(1000))).startsWith("the body is nested too deeply");
  }

  private String reason(String body) {
    return UnreadableJson.reason(
        catchThrowableOfType(
            JsonProcessingException.class,
            () -> json.readTree(body.getBytes(StandardCharsets.UTF_8))));
  }

  /** Almost JSON: pieces of it in any order, among any other text. */
  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"prompt\":", "\\", "1e9", "-", "nul"),
            Arbitraries.of("\n", "\u0000", "[".repeat(40), "9".repeat(100), "{\"a\":1,\"a\":2}"),
            Arbitraries.strings().ofMaxLength(8));
    return Combinators.combine(Arbitraries.of("", "{", "{\"prompt\":"), pieces.list().ofMaxSize(8))
        .as((start, rest) -> start + String.join("", rest))
        .withoutEdgeCases();
  }
}
