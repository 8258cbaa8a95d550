package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What each rendering says in its own way, beside what all of them say. A member that it does not
 * have is odd and no more: callers step over what they do not know.
 */
final class ShapeLaws {
  private static final Set<String> TYPED =
      Set.of(
          "type",
          "code",
          "message",
          "param",
          "next",
          "docs_url",
          "request_id",
          "retry",
          "charge",
          "details");

  private ShapeLaws() {}

  static List<Violation> violations(Answer answer, ErrorRead read) {
    Exchange exchange = answer.exchange();
    JsonNode body = exchange.json();
    List<Violation> violations = new ArrayList<>();
    if (read.shape() != Shape.NATIVE) {
      others(violations, body, ErrorRead.members(read.shape()));
    }
    switch (read.shape()) {
      case NATIVE -> {}
      case PROBLEM -> problem(violations, answer, body);
      case STATUS -> status(violations, body, exchange);
      case TYPED -> typed(violations, answer, body.path("error"));
      case PLAIN -> violations.addAll(TextLaws.plain(answer.row(), body.path("error"), exchange));
    }
    return violations;
  }

  /** The title is a text for people, as message is. */
  private static void problem(List<Violation> violations, Answer answer, JsonNode body) {
    answer
        .row()
        .map(CatalogueRow::title)
        .filter(title -> !title.equals(body.path("title").asText()))
        .ifPresent(title ->
            violations.add(
                body.path("title").asText().isBlank()
                    ? Clause.RENDERING.broken("title is missing or empty")
                    : Clause.RENDERING.odd("title is not \"" + title + "\"")));
    Exchange exchange = answer.exchange();
    equal(violations, "status", String.valueOf(exchange.status()), body.path("status"));
    exchange
        .header("X-Request-Id")
        .ifPresent(id ->
            equal(violations, "instance", "urn:waymark:request:" + id, body.path("instance")));
  }

  private static void status(List<Violation> violations, JsonNode body, Exchange exchange) {
    equal(violations, "code", String.valueOf(exchange.status()), body.path("code"));
    equal(
        violations,
        "retry_after",
        exchange.header("Retry-After").orElse(""),
        body.path("retry_after"));
  }

  private static void typed(List<Violation> violations, Answer answer, JsonNode error) {
    others(violations, error, TYPED);
    equal(violations, "error.code", answer.code(), error.path("code"));
    boolean named = answer.code().equals("INVALID_PARAMS");
    JsonNode param = error.path("param");
    if (named ? !param.equals(error.path("details").path("field")) : !mayBeNull(answer, param)) {
      violations.add(
          Clause.RENDERING.broken(
              "error.param is not the first field that is wrong, or null without one"));
    }
  }

  private static boolean mayBeNull(Answer answer, JsonNode param) {
    return param.isNull() || (answer.row().isEmpty() && param.isTextual());
  }

  private static void others(List<Violation> violations, JsonNode body, Set<String> known) {
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            violations.add(
                Clause.RENDERING.odd("the member " + name + " is none of this rendering's"));
          }
        });
  }

  private static void equal(
      List<Violation> violations, String what, String expected, JsonNode actual) {
    if (!actual.asText().equals(expected)) {
      violations.add(
          Clause.RENDERING.broken(
              "%s is \"%s\" and not \"%s\"".formatted(what, actual.asText(), expected)));
    }
  }
}
