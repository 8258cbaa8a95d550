package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One call of a case, before it is known where the server is. */
record Ask(
    Operation operation,
    Duration deadline,
    int attempts,
    Optional<String> idempotencyKey,
    Optional<Duration> stopAfter) {
  /** Of no server; nothing that a client tells may show it. */
  static final Secret KEY = new Secret("wm_test_Conf0rmanceKit");

  static Ask of(Operation operation, Duration deadline, int attempts) {
    return new Ask(operation, deadline, attempts, Optional.empty(), Optional.empty());
  }

  Ask withIdempotencyKey(String key) {
    return new Ask(operation, deadline, attempts, Optional.of(key), stopAfter);
  }

  Ask stoppedAfter(Duration time) {
    return new Ask(operation, deadline, attempts, idempotencyKey, Optional.of(time));
  }

  /** With the contract's examples for whatever the operation takes. */
  Order order(String id, URI url) {
    Optional<JsonNode> body = operation.exampleBody();
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asText().equals("path"))
        .forEach(parameter ->
            input.put(parameter.path("name").asText(), parameter.path("example").asText()));
    body.filter(JsonNode::isObject).ifPresent(json -> input.setAll((ObjectNode) json));
    return new Order(
        id,
        url,
        KEY,
        operation.id(),
        operation.method(),
        operation.examplePath(),
        input,
        body,
        deadline,
        attempts,
        idempotencyKey,
        stopAfter);
  }
}
