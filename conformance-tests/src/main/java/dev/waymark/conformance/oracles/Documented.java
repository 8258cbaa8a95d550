package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the contract documents for an answer. */
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

  Optional<JsonNode> response(Optional<Operation> operation, Exchange exchange) {
    if (exchange.request().method().equals("OPTIONS") && exchange.status() == 204) {
      return Optional.of(options());
    }
    return operation.isPresent()
        ? ofOperation(operation.get(), exchange)
        : Optional.of(exchange.code())
            .filter(WITHOUT_OPERATION::contains)
            .filter(code -> contract.row(code).status() == exchange.status())
            .flatMap(this::ofCode);
  }

  /** What every path answers to OPTIONS; no operation of the document, but told in its text. */
  private JsonNode options() {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ObjectNode headers = response.putObject("headers");
    JsonNode known = contract.document().at("/components/headers");
    List.of("X-Request-Id", "Allow").forEach(name -> headers.set(name, known.path(name)));
    return response;
  }

  private static Optional<JsonNode> ofOperation(Operation operation, Exchange exchange) {
    boolean listed = exchange.status() < 400 || operation.codes().contains(exchange.code());
    return operation.responses().stream()
        .filter(response -> listed && response.status() == exchange.status())
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
