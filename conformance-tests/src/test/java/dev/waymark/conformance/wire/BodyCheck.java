package dev.waymark.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The body is of a documented media type and keeps its schema; where none is owed, there is none.
 */
record BodyCheck(Schemas schemas) {

  List<String> violations(JsonNode response, Exchange exchange) {
    boolean head = exchange.request().method().equals("HEAD");
    if (head || exchange.status() == 304) {
      return exchange.body().length == 0 ? List.of() : List.of("there is a body where none may be");
    }
    String type = exchange.header("Content-Type").orElse("").replaceAll("\\s*;.*", "");
    JsonNode content = response.path("content").path(type);
    if (content.isMissingNode()) {
      return List.of("the media type \"" + type + "\" is not documented here");
    }
    List<String> violations = new ArrayList<>();
    exchange
        .header("Content-Length")
        .filter(length -> !length.equals(String.valueOf(exchange.body().length)))
        .ifPresent(length -> violations.add("Content-Length is not the body's length: " + length));
    if (type.equals("application/json")) {
      violations.addAll(json(content, exchange));
    }
    return violations;
  }

  private List<String> json(JsonNode content, Exchange exchange) {
    try {
      return schemas.violations(content.path("schema"), exchange.json()).stream()
          .map(violation -> "the body: " + violation)
          .toList();
    } catch (AssertionError e) {
      return List.of("the body is no JSON");
    }
  }
}
