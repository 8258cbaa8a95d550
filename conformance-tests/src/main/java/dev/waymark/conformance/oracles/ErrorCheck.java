package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The error is its row of the catalogue, in whatever rendering: status, texts, extras, charge; and
 * its headers agree.
 */
record ErrorCheck(Map<String, CatalogueRow> catalogue) {
  private static final Pattern BEARER = Pattern.compile("(?i)(.*,\\s*)?Bearer(\\s.*)?");

  List<Violation> violations(Answer answer) {
    List<Violation> violations = new ArrayList<>(CodeLaws.violations(answer));
    if (answer.read().isPresent()) {
      violations.addAll(ShapeLaws.violations(answer, answer.read().get()));
    } else if (!answer.exchange().request().method().equals("HEAD")) {
      violations.add(Clause.BODY.broken("the error has no body that can be read"));
    }
    answer
        .fields()
        .map(ErrorRead::error)
        .ifPresent(error -> {
          violations.addAll(fields(answer.row(), error));
          requestId(violations, answer.exchange(), error);
          allowed(violations, answer.exchange(), error);
        });
    violations.addAll(RetryLaws.violations(answer));
    violations.addAll(HelpLaws.violations(answer));
    authenticate(violations, answer.exchange());
    return violations;
  }

  /** A code that the catalogue does not have is odd here too, and its fields owe no more. */
  List<Violation> violationsInGeneration(JsonNode error) {
    String code = error.path("error").asText();
    Optional<CatalogueRow> row = Optional.ofNullable(catalogue.get(code));
    List<Violation> violations = new ArrayList<>(fields(row, error));
    if (row.isEmpty()) {
      violations.add(Clause.CODE.odd("the catalogue has no code \"" + code + "\""));
    }
    row.ifPresent(known -> {
      violations.addAll(RetryLaws.catalogue(known, error.path("retry")));
      if (known.status() != 0) {
        violations.add(Clause.CODE.broken(code + " is none that a generation can have"));
      }
    });
    if (!error.path("docs_url").asText().endsWith("/docs/errors/" + code)) {
      violations.add(Clause.HELP.broken("docs_url does not lead to the page on " + code));
    }
    return violations;
  }

  private static List<Violation> fields(Optional<CatalogueRow> row, JsonNode error) {
    List<Violation> violations = new ArrayList<>(TextLaws.violations(row, error));
    row.ifPresent(known -> {
      violations.addAll(ExtraLaws.violations(known, error));
      charge(violations, known, error.path("charge"));
    });
    return violations;
  }

  private static void charge(List<Violation> violations, CatalogueRow row, JsonNode charge) {
    if (!charge.path("state").asText().equals(row.charge())) {
      violations.add(Clause.CHARGE.broken("charge.state ought to be " + row.charge()));
    }
    if (row.charge().equals("none") && !charge.path("credits").asText().equals("0")) {
      violations.add(Clause.CHARGE.broken("charge.credits ought to be 0"));
    }
  }

  /** That the header is there is owed by the headers. */
  private static void requestId(List<Violation> violations, Exchange exchange, JsonNode error) {
    exchange
        .header("X-Request-Id")
        .filter(id -> !error.path("request_id").asText().equals(id))
        .ifPresent(id ->
            violations.add(Clause.REQUEST_ID.broken("request_id is not X-Request-Id, " + id)));
  }

  /** {@code allowed} is an extra of the code; the header is a list in whatever order (RFC 9110). */
  private static void allowed(List<Violation> violations, Exchange exchange, JsonNode error) {
    JsonNode allowed = error.path("allowed");
    if (exchange.status() != 405 || !allowed.isArray()) {
      return;
    }
    Set<String> said = new HashSet<>();
    allowed.forEach(method -> said.add(method.asText()));
    if (!Set.copyOf(list(exchange, "Allow")).equals(said)) {
      violations.add(Clause.HEADERS.broken("Allow is not what allowed says"));
    }
  }

  private static void authenticate(List<Violation> violations, Exchange exchange) {
    if (exchange.status() == 401
        && exchange.headers().allValues("WWW-Authenticate").stream()
            .noneMatch(challenge -> BEARER.matcher(challenge).matches())) {
      violations.add(Clause.HEADERS.broken("WWW-Authenticate does not ask for Bearer"));
    }
  }

  /** The entries of a header that is a list, in however many lines. */
  static List<String> list(Exchange exchange, String header) {
    return exchange.headers().allValues(header).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }
}
