package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A method of a path.
 *
 * @param method in capitals
 */
public record Operation(Contract contract, String path, String method, JsonNode node) {
  public Operation {
    method = method.toUpperCase(Locale.ROOT);
  }

  public String id() {
    return node.path("operationId").asText();
  }

  /** The codes under {@code x-errors}. */
  public List<String> codes() {
    return node.path("x-errors").valueStream().map(JsonNode::asText).toList();
  }

  public List<Response> responses() {
    return node.path("responses").properties().stream()
        .map(entry ->
            new Response(
                this, Integer.parseInt(entry.getKey()), contract.resolve(entry.getValue())))
        .toList();
  }

  public List<Response> errors() {
    return responses().stream().filter(response -> response.status() >= 400).toList();
  }

  /** Those of the path included. */
  public List<JsonNode> parameters() {
    JsonNode shared = contract.document().path("paths").path(path).path("parameters");
    return List.of(shared, node.path("parameters")).stream()
        .flatMap(JsonNode::valueStream)
        .map(contract::resolve)
        .toList();
  }

  /** Whether a call needs a key. */
  public boolean isSecured() {
    JsonNode own = node.get("security");
    return !Objects.requireNonNullElse(own, contract.document().path("security")).isEmpty();
  }

  @Override
  public String toString() {
    return id();
  }
}
