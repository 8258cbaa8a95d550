package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the contract documents for an answer. It goes by the status alone, so that an answer
 * with a wrong code is still held against all that its status owes.
 */
record Documented(Contract contract) {
  /** What can be wrong with a request that reaches no operation. */
  private static final Set<String> WITHOUT_OPERATION =
      Set.of(
          "ROUTE_NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "MALFORMED_REQUEST",
          "REQUEST_TIMEOUT",
          "INTERNAL_ERROR",
          "OVERLOADED");

  List<Violation> violations(Answer answer) {
    List<Violation> violations = new ArrayList<>();
    if (response(answer).isEmpty()) {
      violations.add(
          Clause.STATUS.broken(
              "the status " + answer.exchange().status() + " is not documented here"));
    }
    if (answer.isError() && answer.row().isPresent() && !isListed(answer)) {
      violations.add(Clause.STATUS.broken("the code " + answer.code() + " is not documented here"));
    }
    return violations;
  }

  Optional<JsonNode> response(Answer answer) {
    Exchange exchange = answer.exchange();
    if (exchange.request().method().equals("OPTIONS") && exchange.status() == 204) {
      return Optional.of(options());
    }
    return answer.operation().isPresent()
        ? ofOperation(answer.operation().get(), exchange.status())
        : contract.catalogue().stream()
            .filter(row -> WITHOUT_OPERATION.contains(row.code()))
            .filter(row -> row.status() == exchange.status())
            .map(CatalogueRow::code)
            .findFirst()
            .flatMap(this::ofCode);
  }

  private static boolean isListed(Answer answer) {
    return answer
        .operation()
        .map(operation -> operation.codes().contains(answer.code()))
        .orElseGet(() -> WITHOUT_OPERATION.contains(answer.code()));
  }

  /** What every path answers to OPTIONS; no operation of the document, but told in its text. */
  private JsonNode options() {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ObjectNode headers = response.putObject("headers");
    JsonNode known = contract.document().at("/components/headers");
    List.of("X-Request-Id", "Allow").forEach(name -> headers.set(name, known.path(name)));
    return response;
  }

  private static Optional<JsonNode> ofOperation(Operation operation, int status) {
    return operation.responses().stream()
        .filter(response -> response.status() == status)
        .map(Response::node)
        .findFirst();
  }

  /** The response that has the code as its only example. */
  private Optional<JsonNode> ofCode(String code) {
    return contract
        .document()
        .at("/components/responses")
        .valueStream()
        .filter(response -> {
          JsonNode examples = response.at("/content/application~1json/examples");
          return examples.size() == 1 && examples.has(code);
        })
        .findFirst();
  }
}
