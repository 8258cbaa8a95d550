package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Required headers are there, documented ones keep their schema, and no other ones leak. */
record HeaderCheck(Contract contract, Schemas schemas) {
  /** What HTTP itself and browsers ask for. */
  private static final Set<String> PLAIN_HTTP =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding",
          "vary",
          "x-content-type-options");

  /** What a page's browser is told, in answer to its Origin. */
  private static final Set<String> CROSS_ORIGIN =
      Set.of(
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-allow-private-network",
          "access-control-expose-headers",
          "access-control-max-age");

  List<Violation> violations(JsonNode response, Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    Map<String, JsonNode> documented = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .path("headers")
        .properties()
        .forEach(header -> documented.put(header.getKey(), contract.resolve(header.getValue())));
    documented.forEach((name, header) -> violations.addAll(violations(name, header, exchange)));
    for (String name : exchange.headers().map().keySet()) {
      if (!documented.containsKey(name) && !isOrdinary(name.toLowerCase(Locale.ROOT), exchange)) {
        violations.add(Clause.HEADERS.broken("the header " + name + " is not documented here"));
      }
    }
    return violations;
  }

  private static boolean isOrdinary(String name, Exchange exchange) {
    return PLAIN_HTTP.contains(name)
        || (CROSS_ORIGIN.contains(name) && exchange.request().has("Origin"));
  }

  private List<Violation> violations(String name, JsonNode header, Exchange exchange) {
    List<String> values = values(name, exchange);
    if (values.isEmpty()) {
      return header.path("required").asBoolean()
          ? List.of(Clause.ofHeader(name).broken("the header " + name + " is missing"))
          : List.of();
    }
    if (values.size() > 1) {
      return List.of(
          Clause.ofHeader(name)
              .broken("the header " + name + " is there " + values.size() + " times"));
    }
    JsonNode schema = header.path("schema");
    return schemas.violations(schema, value(schema, values.getFirst())).stream()
        .map(violation -> Clause.ofHeader(name).broken("the header " + name + ": " + violation))
        .toList();
  }

  /** The one header here that is a list, which may stand in several lines, is Vary. */
  private static List<String> values(String name, Exchange exchange) {
    List<String> values = exchange.headers().allValues(name);
    return name.equals("Vary") && !values.isEmpty() ? List.of(String.join(", ", values)) : values;
  }

  private JsonNode value(JsonNode schema, String text) {
    boolean number = contract.resolve(schema).path("type").asText().equals("integer");
    return number && text.matches("-?\\d{1,18}")
        ? LongNode.valueOf(Long.parseLong(text))
        : TextNode.valueOf(text);
  }
}
