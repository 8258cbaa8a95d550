package dev.waymark.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.ResponseExample;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who builds against the mock can try every answer there is, and each is true to the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MockTest {
  private static final int FEWEST_ANSWERS = 150;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private MockServer mock;

  @BeforeAll
  void start() {
    mock = MockServer.start();
  }

  @AfterAll
  void stop() {
    mock.close();
  }

  static Stream<Asked> answers() {
    return Asked.all(Contract.read());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void the_mock_answers_as_asked(Asked asked) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(asked.request(mock.uri()), BodyHandlers.ofString());
    assertThat(answer.body())
        .as("%s is the mock's own error", asked)
        .doesNotContain("stoplight.io/prism/errors");
    assertThat(answer.statusCode()).as("%s", asked).isEqualTo(asked.response().status());
    assertThat(body(asked, answer)).as("%s", asked).isEqualTo(value(asked));
    assertThat(violations(answer)).as("%s", asked).isEmpty();
  }

  /** The cases are computed: this is for the day when the computation finds nothing. */
  @Test
  void no_operation_is_left_out() {
    assertThat(answers().count()).isGreaterThan(FEWEST_ANSWERS);
    assertThat(answers().map(asked -> asked.response().operation().id()).distinct())
        .containsExactlyElementsOf(
            Contract.read().operations().stream().map(operation -> operation.id()).toList());
  }

  private JsonNode body(Asked asked, HttpResponse<String> answer) throws JsonProcessingException {
    boolean isJson = asked.example().map(one -> one.mediaType().endsWith("json")).orElse(false);
    return isJson ? json.readTree(answer.body()) : new TextNode(answer.body());
  }

  private static JsonNode value(Asked asked) {
    return asked.example().map(ResponseExample::value).orElseGet(() -> new TextNode(""));
  }

  /** What the mock finds wrong with its own answer; what it finds wrong with calls is not meant. */
  private Stream<JsonNode> violations(HttpResponse<String> answer) throws JsonProcessingException {
    String header = answer.headers().firstValue("sl-violations").orElse("[]");
    return json.readTree(header)
        .valueStream()
        .filter(violation -> violation.path("location").path(0).asText().equals("response"));
  }
}
