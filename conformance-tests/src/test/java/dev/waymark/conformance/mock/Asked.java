package dev.waymark.conformance.mock;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.contract.ResponseExample;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer that the mock is asked for by {@code Prefer}.
 *
 * @param example empty where the answer has no content
 */
record Asked(Response response, Optional<ResponseExample> example) {

  static Stream<Asked> all(Contract contract) {
    return contract.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .flatMap(Asked::of);
  }

  /** A valid call of the operation: an invalid one is answered 422, whatever it prefers. */
  HttpRequest request(URI server) {
    Operation operation = response.operation();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(operation.examplePath()))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer wm_live_anything")
            .header("Prefer", preference());
    example.ifPresent(one -> request.header("Accept", one.mediaType()));
    operation.exampleBody().ifPresent(_ -> request.header("Content-Type", "application/json"));
    return request
        .method(
            operation.method(),
            operation
                .exampleBody()
                .map(body -> BodyPublishers.ofString(body.toString()))
                .orElseGet(BodyPublishers::noBody))
        .build();
  }

  @Override
  public String toString() {
    return example.map(ResponseExample::toString).orElseGet(response::toString);
  }

  private static Stream<Asked> of(Response response) {
    List<ResponseExample> examples = response.examples();
    return examples.isEmpty()
        ? Stream.of(new Asked(response, Optional.empty()))
        : examples.stream().map(example -> new Asked(response, Optional.of(example)));
  }

  private String preference() {
    String code = "code=" + response.status();
    return example
        .map(ResponseExample::name)
        .filter(name -> !name.isEmpty())
        .map(name -> code + ", example=" + name)
        .orElse(code);
  }
}
