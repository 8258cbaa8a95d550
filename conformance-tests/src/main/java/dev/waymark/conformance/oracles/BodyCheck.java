package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body is of a documented media type and keeps its schema; where none is owed, there is none.
 * Members that a schema rules out are odd and no more: {@code /api/v1/} may gain fields, so callers
 * step over those that they do not know.
 */
record BodyCheck(Schemas schemas) {

  List<Violation> violations(JsonNode response, Answer answer) {
    Exchange exchange = answer.exchange();
    boolean head = exchange.request().method().equals("HEAD");
    if (head || exchange.status() == 304 || exchange.status() == 204) {
      return exchange.body().length == 0
          ? List.of()
          : List.of(Clause.BODY.broken("there is a body where none may be"));
    }
    String type = exchange.mediaType();
    JsonNode content = response.path("content").path(type);
    if (content.isMissingNode()) {
      return List.of(Clause.BODY.broken("the media type \"" + type + "\" is not documented here"));
    }
    List<Violation> violations = new ArrayList<>();
    exchange
        .header("Content-Length")
        .filter(length -> !length.equals(String.valueOf(exchange.body().length)))
        .ifPresent(length ->
            violations.add(
                Clause.BODY.broken("Content-Length is not the body's length: " + length)));
    violations.addAll(value(content.path("schema"), type, answer));
    return violations;
  }

  private List<Violation> value(JsonNode schema, String type, Answer answer) {
    Exchange exchange = answer.exchange();
    if (type.startsWith("text/")) {
      return against(schema, TextNode.valueOf(exchange.text()), Optional.empty());
    }
    boolean json = type.endsWith("/json") || type.endsWith("+json");
    if (json && !exchange.hasJson()) {
      return List.of(Clause.BODY.broken("the body is no JSON object or array in UTF-8"));
    }
    if (!json) {
      return List.of();
    }
    Optional<Shape> shape = Shape.of(exchange).filter(_ -> answer.isError());
    JsonNode owed =
        shape.filter(Shape.NATIVE::equals).isPresent() ? schemas.open(schema, answer) : schema;
    return against(owed, exchange.json(), shape);
  }

  /** What is wrong with an error is told where one would look for it. */
  private List<Violation> against(JsonNode schema, JsonNode value, Optional<Shape> shape) {
    return schemas.violations(schema, value).stream()
        .map(flaw ->
            flaw.breaks(
                shape.map(known -> Fields.clause(known, flaw.path())).orElse(Clause.BODY),
                "the body: "))
        .toList();
  }
}
