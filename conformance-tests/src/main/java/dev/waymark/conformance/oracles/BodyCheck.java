package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * The body is of a documented media type and keeps its schema; where none is owed, there is none.
 */
record BodyCheck(Schemas schemas) {

  List<Violation> violations(JsonNode response, Exchange exchange) {
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
    violations.addAll(value(content.path("schema"), type, exchange));
    return violations;
  }

  private List<Violation> value(JsonNode schema, String type, Exchange exchange) {
    if (type.startsWith("text/")) {
      return against(schema, TextNode.valueOf(exchange.text()));
    }
    boolean json = type.endsWith("/json") || type.endsWith("+json");
    if (json && !exchange.hasJson()) {
      return List.of(Clause.BODY.broken("the body is no JSON"));
    }
    return json ? against(schema, exchange.json()) : List.of();
  }

  private List<Violation> against(JsonNode schema, JsonNode value) {
    return schemas.violations(schema, value).stream()
        .map(violation -> Clause.BODY.broken("the body: " + violation))
        .toList();
  }
}
