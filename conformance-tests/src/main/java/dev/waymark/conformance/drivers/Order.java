package dev.waymark.conformance.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One call that a client is to make.
 *
 * @param id of the case; an answer repeats it
 * @param operation the contract's name of it
 * @param method and {@code path} and {@code body} are the same call for a client that knows no
 *     operations
 * @param input what stands in the path and in the body, in one object
 * @param deadline how long the call may take, all attempts and waits included
 * @param attempts how often it may be sent, the first time included
 * @param idempotencyKey the one to send; without it the client's own, if it has one
 * @param stopAfter after this time the client is to end the call by itself
 */
public record Order(
    String id,
    URI url,
    Secret key,
    String operation,
    String method,
    String path,
    ObjectNode input,
    Optional<JsonNode> body,
    Duration deadline,
    int attempts,
    Optional<String> idempotencyKey,
    Optional<Duration> stopAfter) {

  /** A line of the protocol. */
  public ObjectNode json() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("case", id).put("url", url.toString()).put("key", key.value()).put("op", operation);
    line.set("input", input);
    line.put("deadline_ms", deadline.toMillis()).put("max_attempts", attempts);
    idempotencyKey.ifPresent(given -> line.put("idempotency_key", given));
    stopAfter.ifPresent(time -> line.put("stop_after_ms", time.toMillis()));
    ObjectNode request = line.putObject("request").put("method", method).put("path", path);
    body.ifPresent(json -> request.set("body", json));
    return line;
  }

  @Override
  public String toString() {
    return operation + " (" + id + ")";
  }
}
