package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import java.util.Optional;

/** Writes an error in each of its five shapes, from the native one. */
final class Renderer {
  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");
  private static final long LONGEST_WAIT_MILLIS = 120_000;

  private Renderer() {}

  static ObjectNode rendered(Shape shape, ObjectNode error, CatalogueRow row, int status) {
    return switch (shape) {
      case NATIVE -> error;
      case PROBLEM -> problem(error, row, status);
      case STATUS -> status(error, status);
      case TYPED -> typed(error);
      case PLAIN ->
          node().put("error", error.path("message").asText() + " " + error.path("next").asText());
    };
  }

  /** The wait that the headers tell; nothing where waiting alone does not help. */
  static Optional<Long> wait(JsonNode retry) {
    JsonNode millis = retry.has("after_ms") ? retry.path("after_ms") : retry.path("base_ms");
    return millis.isMissingNode() || millis.asLong() > LONGEST_WAIT_MILLIS
        ? Optional.empty()
        : Optional.of(millis.asLong());
  }

  private static ObjectNode problem(ObjectNode error, CatalogueRow row, int status) {
    ObjectNode body = node();
    set(body, "type", error.path("docs_url"));
    body.put("title", row.title()).put("status", status);
    set(body, "detail", error.path("message"));
    body.put("instance", "urn:waymark:request:" + error.path("request_id").asText());
    set(body, "code", error.path("error"));
    List.of("next", "request_id", "retry", "charge")
        .forEach(name -> set(body, name, error.path(name)));
    body.set("details", extras(error));
    return body;
  }

  private static ObjectNode status(ObjectNode error, int status) {
    ObjectNode body = node();
    set(body, "error", error.path("message"));
    body.put("code", status);
    wait(error.path("retry"))
        .ifPresent(millis -> body.put("retry_after", Math.ceilDiv(millis, 1000L)));
    ObjectNode details = body.putObject("details");
    set(details, "error_code", error.path("error"));
    COMMON.stream().skip(2).forEach(name -> set(details, name, error.path(name)));
    details.setAll(extras(error));
    return body;
  }

  private static ObjectNode typed(ObjectNode error) {
    ObjectNode body = node();
    ObjectNode inner = body.putObject("error");
    set(inner, "type", error.path("error"));
    set(inner, "code", error.path("error"));
    set(inner, "message", error.path("message"));
    boolean named = error.path("error").asText().equals("INVALID_PARAMS");
    inner.set("param", named ? error.get("field") : JsonNodeFactory.instance.nullNode());
    COMMON.stream().skip(2).forEach(name -> set(inner, name, error.path(name)));
    inner.set("details", extras(error));
    return body;
  }

  private static ObjectNode extras(ObjectNode error) {
    return error.deepCopy().without(COMMON);
  }

  private static void set(ObjectNode body, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      body.set(name, value);
    }
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
