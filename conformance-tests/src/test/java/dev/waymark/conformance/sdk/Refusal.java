package dev.waymark.conformance.sdk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A call that is to be refused with a code.
 *
 * @param headers beside those that the SDK sends
 */
record Refusal(Operation operation, String code, Map<String, String> headers) {

  /**
   * Every code of every operation; of those that create also with a key that makes a resend safe.
   */
  static Stream<Refusal> all(Contract contract) {
    return contract.operations().stream()
        .flatMap(operation ->
            operation.codes().stream()
                .flatMap(code ->
                    operation.takesIdempotencyKey()
                        ? Stream.of(
                            new Refusal(operation, code, Map.of()),
                            new Refusal(operation, code, Map.of("Idempotency-Key", code)))
                        : Stream.of(new Refusal(operation, code, Map.of()))));
  }

  String name() {
    return operation.id() + " " + code + (headers.isEmpty() ? "" : " with a key");
  }

  /** Whether it is open what became of the call, and sending it again might pay twice. */
  boolean mayHavePaid() {
    return operation.takesIdempotencyKey() && code.equals("INTERNAL_ERROR") && headers.isEmpty();
  }

  /** For the program. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name()).put("method", operation.method()).put("path", operation.examplePath());
    ObjectNode all = json.putObject("headers").put("X-Test-Error", code);
    headers.forEach(all::put);
    if (!operation.givesJson()) {
      // As anyone must who wants what is no JSON: the SDK asks for JSON otherwise.
      all.put("Accept", "*/*");
    }
    operation.exampleBody().ifPresent(body -> json.set("body", body));
    return json;
  }
}
