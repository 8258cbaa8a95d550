package dev.waymark.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An error as a caller reads it, whatever its shape: the same fields under the native names.
 *
 * @param error empty with {@link Shape#PLAIN}, which has only the {@code text}
 * @param text the one text of {@link Shape#PLAIN}; empty with the others
 */
public record ErrorRead(Shape shape, ObjectNode error, String text) {
  private static final List<String> COMMON =
      List.of("next", "docs_url", "request_id", "retry", "charge");

  /** Nothing where there is no body that can be read. */
  public static Optional<ErrorRead> of(Exchange exchange) {
    return exchange.hasJson()
        ? Shape.of(exchange).map(shape -> of(shape, exchange.json()))
        : Optional.empty();
  }

  private static ErrorRead of(Shape shape, JsonNode body) {
    return switch (shape) {
      case NATIVE -> new ErrorRead(shape, object(body), "");
      case PROBLEM -> new ErrorRead(shape, problem(body), "");
      case STATUS -> new ErrorRead(shape, status(body), "");
      case TYPED -> new ErrorRead(shape, typed(body.path("error")), "");
      case PLAIN -> new ErrorRead(shape, object(body).removeAll(), body.path("error").asText());
    };
  }

  private static ObjectNode problem(JsonNode body) {
    ObjectNode error = started(body.path("code"), body.path("detail"));
    set(error, "docs_url", body.path("type"));
    COMMON.stream()
        .filter(name -> !name.equals("docs_url"))
        .forEach(name -> set(error, name, body.path(name)));
    return error.setAll(object(body.path("details")));
  }

  private static ObjectNode status(JsonNode body) {
    ObjectNode details = object(body.path("details"));
    ObjectNode error = started(details.path("error_code"), body.path("error"));
    details.remove("error_code");
    return error.setAll(details);
  }

  private static ObjectNode typed(JsonNode inner) {
    ObjectNode error = started(inner.path("type"), inner.path("message"));
    COMMON.forEach(name -> set(error, name, inner.path(name)));
    return error.setAll(object(inner.path("details")));
  }

  private static ObjectNode started(JsonNode code, JsonNode message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    set(error, "error", code);
    set(error, "message", message);
    return error;
  }

  private static void set(ObjectNode error, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      error.set(name, value);
    }
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object
        ? object.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  /** Empty where the body does not say it. */
  public String code() {
    return error.path("error").asText();
  }

  /** Whether it has the fields, and not only a text. */
  public boolean hasFields() {
    return shape != Shape.PLAIN;
  }

  /** The members that each shape has, beside those of the code. */
  public static Set<String> members(Shape shape) {
    return switch (shape) {
      case NATIVE -> Set.of();
      case PROBLEM ->
          Set.of(
              "type",
              "title",
              "status",
              "detail",
              "instance",
              "code",
              "next",
              "request_id",
              "retry",
              "charge",
              "details");
      case STATUS -> Set.of("error", "code", "retry_after", "details");
      case TYPED, PLAIN -> Set.of("error");
    };
  }
}
