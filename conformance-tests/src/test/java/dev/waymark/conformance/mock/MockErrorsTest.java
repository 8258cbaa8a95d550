package dev.waymark.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is forced from a server is what the mock shows: the same words, fields and headers. */
@ExtendWith(SubjectExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MockErrorsTest {
  /** Those that belong to the code; others, such as the rate's, are the caller's. */
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "X-Error-Code",
          "X-Should-Retry",
          "Retry-After",
          "Retry-After-Ms",
          "Link",
          "Allow",
          "WWW-Authenticate",
          "Content-Range");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Tenant sandbox;
  private MockServer mock;

  MockErrorsTest(Subject subject) {
    this.sandbox = subject.tenant("wide").sandbox();
  }

  @BeforeAll
  void start() {
    mock = MockServer.start();
  }

  @AfterAll
  void stop() {
    mock.close();
  }

  static Stream<Operation> operations() {
    return Contract.read().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  @Rule("MOCK-01")
  void the_mock_gives_every_error_in_every_shape_as_a_server_does(Operation operation)
      throws IOException, InterruptedException {
    for (Response response : operation.errors()) {
      for (String code : codes(response)) {
        for (Shape shape : Shape.values()) {
          HttpResponse<String> shown = shown(response, code, shape);
          Exchange forced = forced(operation, code, shape);
          String which = "%s %s as %s".formatted(operation, code, shape);
          assertThat(body(shown.body(), shown.headers()))
              .as(which)
              .isEqualTo(body(forced.text(), forced.headers()));
          assertThat(headers(shown.headers())).as(which).isEqualTo(headers(forced.headers()));
          assertThat(shown.statusCode()).as(which).isEqualTo(forced.status());
          assertThat(shown.headers().map()).as(which).doesNotContainKey("sl-violations");
        }
      }
    }
  }

  private HttpResponse<String> shown(Response response, String code, Shape shape)
      throws IOException, InterruptedException {
    ResponseExample example =
        new ResponseExample(response, shape.mediaType(), code, MissingNode.getInstance());
    return client.send(
        new Asked(response, Optional.of(example)).request(mock.uri()), BodyHandlers.ofString());
  }

  /** Sent so that it could be sent again, which is what the mock takes every call for. */
  private Exchange forced(Operation operation, String code, Shape shape) {
    Request request =
        operation
            .exampleBody()
            .map(body ->
                Request.post(operation.examplePath(), body.toString())
                    .withMethod(operation.method()))
            .orElseGet(() -> Request.of(operation.method(), operation.examplePath()));
    // Not every operation can give JSON when it succeeds.
    String accept = shape == Shape.NATIVE ? "*/*" : shape.mediaType();
    return sandbox.send(
        request.with("X-Test-Error", code).with("Idempotency-Key", "any").with("Accept", accept));
  }

  private static List<String> codes(Response response) {
    return response.examples().stream().map(ResponseExample::name).distinct().toList();
  }

  private JsonNode body(String text, HttpHeaders headers) throws JsonProcessingException {
    String requestId = headers.firstValue("X-Request-Id").orElseThrow();
    return json.readTree(withoutHost(text).replace(requestId, "the call's own"));
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> own = new LinkedHashMap<>();
    HEADERS.forEach(
        name -> headers.firstValue(name).ifPresent(value -> own.put(name, withoutHost(value))));
    return own;
  }

  private static String withoutHost(String text) {
    return text.replaceAll("http://127\\.0\\.0\\.1:\\d+", "");
  }
}
