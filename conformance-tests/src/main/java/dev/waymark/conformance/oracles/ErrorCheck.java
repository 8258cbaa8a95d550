package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Template;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The error is its row of the catalogue, in whatever rendering: status, texts, extras, charge; and
 * its headers agree.
 */
record ErrorCheck(Contract contract) {
  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  List<Violation> violations(Optional<Operation> operation, Exchange exchange) {
    String code = exchange.code();
    Optional<CatalogueRow> row =
        contract.catalogue().stream().filter(known -> known.code().equals(code)).findFirst();
    if (row.isEmpty()) {
      return List.of(Clause.CODE.broken("the catalogue has no code \"" + code + "\""));
    }
    List<Violation> violations = new ArrayList<>();
    if (row.get().status() != exchange.status()) {
      violations.add(Clause.CODE.broken(code + " has the status " + row.get().status()));
    }
    if (operation.isPresent() && !operation.get().codes().contains(code)) {
      violations.add(Clause.CODE.broken(operation.get() + " does not list " + code));
    }
    Optional<ErrorRead> read = ErrorRead.of(exchange);
    if (read.isPresent()) {
      violations.addAll(body(row.get(), read.get(), exchange));
    } else if (!exchange.request().method().equals("HEAD")) {
      violations.add(Clause.BODY.broken("the error has no body that can be read"));
    }
    violations.addAll(HelpLaws.violations(read, exchange));
    violations.addAll(ownHeaders(read, exchange));
    return violations;
  }

  List<Violation> violationsInGeneration(JsonNode error) {
    CatalogueRow row = contract.row(error.path("error").asText());
    List<Violation> violations = new ArrayList<>(row(row, error));
    violations.addAll(RetryLaws.catalogue(row, error.path("retry")));
    if (row.status() != 0) {
      violations.add(Clause.CODE.broken(row.code() + " is none that a generation can have"));
    }
    if (!error.path("docs_url").asText().endsWith("/docs/errors/" + row.code())) {
      violations.add(Clause.HELP.broken("docs_url does not lead to the page on " + row.code()));
    }
    return violations;
  }

  private static List<Violation> body(CatalogueRow row, ErrorRead read, Exchange exchange) {
    List<Violation> violations = new ArrayList<>(ShapeLaws.violations(row, read, exchange));
    if (read.hasFields()) {
      violations.addAll(row(row, read.error()));
      equal(
          violations,
          Clause.REQUEST_ID,
          "request_id",
          exchange.header("X-Request-Id").orElse(""),
          read.error().path("request_id"));
    }
    return violations;
  }

  private static List<Violation> row(CatalogueRow row, JsonNode error) {
    List<Violation> violations = new ArrayList<>();
    equal(violations, Clause.CODE, "error", row.code(), error.path("error"));
    equal(violations, Clause.TEXT, "message", filled(row.message(), error), error.path("message"));
    equal(violations, Clause.TEXT, "next", filled(row.next(), error), error.path("next"));
    equal(
        violations,
        Clause.CHARGE,
        "charge.state",
        row.charge(),
        error.path("charge").path("state"));
    if (row.charge().equals("none")) {
      equal(violations, Clause.CHARGE, "charge.credits", "0", error.path("charge").path("credits"));
    }
    violations.addAll(extras(row, error));
    return violations;
  }

  private static String filled(String template, JsonNode error) {
    return new Template(template).filledFrom(error);
  }

  private static List<Violation> extras(CatalogueRow row, JsonNode error) {
    List<Violation> violations = new ArrayList<>();
    Set<String> known = new HashSet<>(COMMON);
    for (CatalogueRow.Extra extra : row.extras()) {
      known.add(extra.name());
      JsonNode value = error.path(extra.name());
      if (value.isMissingNode() ? !extra.optional() : !is(extra.type(), value)) {
        violations.add(
            Clause.EXTRAS.broken(
                "the extra " + extra.name() + " is missing or no " + extra.type()));
      }
    }
    error
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            violations.add(Clause.EXTRAS.broken("the field " + name + " is none of this error's"));
          }
        });
    return violations;
  }

  private static List<Violation> ownHeaders(Optional<ErrorRead> read, Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    if (exchange.status() == 405 && read.filter(ErrorRead::hasFields).isPresent()) {
      String allowed =
          String.join(
              ", ",
              read.get().error().path("allowed").valueStream().map(JsonNode::asText).toList());
      if (!exchange.header("Allow").orElse("").equals(allowed)) {
        violations.add(Clause.HEADERS.broken("Allow is not what allowed says"));
      }
    }
    if (exchange.status() == 401
        && !exchange.header("WWW-Authenticate").orElse("").startsWith("Bearer ")) {
      violations.add(Clause.HEADERS.broken("WWW-Authenticate does not ask for Bearer"));
    }
    return violations;
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "timestamp" -> isTimestamp(value.asText());
      default -> throw new AssertionError("The catalogue has an extra of the type " + type);
    };
  }

  private static boolean isTimestamp(String text) {
    try {
      return text.equals(Instant.parse(text).toString());
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void equal(
      List<Violation> violations, Clause clause, String what, String expected, JsonNode actual) {
    if (!actual.asText().equals(expected)) {
      violations.add(
          clause.broken("%s is \"%s\" and not \"%s\"".formatted(what, actual.asText(), expected)));
    }
  }
}
