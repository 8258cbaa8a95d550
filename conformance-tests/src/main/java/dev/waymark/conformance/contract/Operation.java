package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

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

  /** The codes under {@code x-job-errors}, which only what the call has started can have. */
  public List<String> jobCodes() {
    return node.path("x-job-errors").valueStream().map(JsonNode::asText).toList();
  }

  /** Those of one status each; a range or {@code default} promises nothing that can be judged. */
  public List<Response> responses() {
    return node.path("responses").properties().stream()
        .filter(entry -> entry.getKey().matches("[1-9]\\d\\d"))
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

  /** The path with the examples of its parameters. */
  public String examplePath() {
    String filled = path;
    for (JsonNode parameter : parameters()) {
      String value = URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
      filled = filled.replace("{" + parameter.path("name").asText() + "}", value);
    }
    return filled;
  }

  /** The first example of the body; empty where the operation takes none. */
  public Optional<JsonNode> exampleBody() {
    return node.at("/requestBody/content/application~1json/examples")
        .valueStream()
        .findFirst()
        .map(example -> contract.resolve(example).path("value"));
  }

  /** The native example of an error. */
  public JsonNode exampleError(String code) {
    return errors().stream()
        .flatMap(response -> response.examples().stream())
        .filter(example -> example.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(this + " shows no " + code))
        .value();
  }

  /** The scope that a key needs; empty where none is asked for. */
  public String scope() {
    return node.path("x-scope").asText();
  }

  public boolean takesBody() {
    return node.has("requestBody");
  }

  public boolean takes(String parameter) {
    return parameters().stream().anyMatch(known -> known.path("name").asText().equals(parameter));
  }

  /** Whether a call can be sent again safely, as one that creates or charges must. */
  public boolean takesIdempotencyKey() {
    return takes("Idempotency-Key");
  }

  /** Whether all that comes of a call that succeeds is JSON. */
  public boolean givesJson() {
    return responses().stream()
        .filter(response -> response.status() < 300)
        .flatMap(response -> response.node().path("content").properties().stream())
        .allMatch(content -> content.getKey().equals("application/json"));
  }

  /** Whether a call needs a key. */
  public boolean isSecured() {
    JsonNode own = node.get("security");
    return !Objects.requireNonNullElse(own, contract.document().path("security")).isEmpty();
  }

  /** Whether a call can cost credits. */
  public boolean isMetered() {
    return node.path("x-metered").asBoolean();
  }

  /** Whether a call counts against a rate limit. */
  public boolean isCounted() {
    return node.path("x-counted").asBoolean(true);
  }

  @Override
  public String toString() {
    return id();
  }
}
