package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Template;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What each rendering says in its own way, beside what all of them say. */
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

  static List<Violation> violations(CatalogueRow row, ErrorRead read, Exchange exchange) {
    JsonNode body = exchange.json();
    List<Violation> violations = new ArrayList<>();
    if (read.shape() != Shape.NATIVE) {
      others(violations, body, ErrorRead.members(read.shape()));
    }
    switch (read.shape()) {
      case NATIVE -> {}
      case PROBLEM -> problem(violations, row, body, exchange);
      case STATUS -> status(violations, body, exchange);
      case TYPED -> typed(violations, row, body.path("error"));
      case PLAIN -> plain(violations, row, read.text(), exchange);
    }
    return violations;
  }

  private static void problem(
      List<Violation> violations, CatalogueRow row, JsonNode body, Exchange exchange) {
    equal(violations, "title", row.title(), body.path("title"));
    equal(violations, "status", String.valueOf(exchange.status()), body.path("status"));
    String id = exchange.header("X-Request-Id").orElse("");
    equal(violations, "instance", "urn:waymark:request:" + id, body.path("instance"));
  }

  private static void status(List<Violation> violations, JsonNode body, Exchange exchange) {
    equal(violations, "code", String.valueOf(exchange.status()), body.path("code"));
    equal(
        violations,
        "retry_after",
        exchange.header("Retry-After").orElse(""),
        body.path("retry_after"));
  }

  private static void typed(List<Violation> violations, CatalogueRow row, JsonNode error) {
    others(violations, error, TYPED);
    equal(violations, "error.code", row.code(), error.path("code"));
    boolean named = row.code().equals("INVALID_PARAMS");
    JsonNode field = error.path("details").path("field");
    if (named ? !error.path("param").equals(field) : !error.path("param").isNull()) {
      violations.add(
          Clause.RENDERING.broken(
              "error.param is not the first field that is wrong, or null without one"));
    }
  }

  /**
   * With nothing else in the body, the numbers in the text can only be held against the headers.
   */
  private static void plain(
      List<Violation> violations, CatalogueRow row, String text, Exchange exchange) {
    String next =
        exchange
            .header("Retry-After")
            .map(seconds -> seconds.equals("1") ? "1 second" : seconds + " seconds")
            .map(wait -> row.next().replace("{wait}", wait))
            .orElse(row.next());
    String sentences = new Template(row.message()).pattern() + " " + new Template(next).pattern();
    if (!Pattern.compile(sentences, Pattern.DOTALL).matcher(text).matches()) {
      violations.add(Clause.RENDERING.broken("the text is not message and next: " + text));
    }
  }

  private static void others(List<Violation> violations, JsonNode body, Set<String> known) {
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            violations.add(
                Clause.RENDERING.broken("the member " + name + " is none of this rendering's"));
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
