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
record HeaderCheck(Contract contract, Schemas schemas, Foreign foreign) {
  /** Those that RFC 9110 lets stand in several lines, and the two of RFC 9651. */
  private static final Set<String> LISTS =
      Set.of(
          "accept-ranges",
          "allow",
          "cache-control",
          "link",
          "preference-applied",
          "ratelimit",
          "ratelimit-policy",
          "vary",
          "www-authenticate");

  /** What a status documents of these goes for the codes that it knows; others go by retry. */
  private static final Set<String> OF_RETRY =
      Set.of("retry-after", "retry-after-ms", "x-should-retry");

  List<Violation> violations(JsonNode response, Answer answer) {
    List<Violation> violations = new ArrayList<>();
    Map<String, JsonNode> documented = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .path("headers")
        .properties()
        .forEach(header -> documented.put(header.getKey(), contract.resolve(header.getValue())));
    if (answer.isOfTheFuture()) {
      documented.keySet().removeIf(name -> OF_RETRY.contains(name.toLowerCase(Locale.ROOT)));
    }
    documented.forEach(
        (name, header) -> violations.addAll(violations(name, header, answer.exchange())));
    answer.exchange().headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !documented.containsKey(name))
        .filter(name -> !answer.isOfTheFuture() || !OF_RETRY.contains(name))
        .forEach(name -> foreign.violation(name, answer.exchange()).ifPresent(violations::add));
    return violations;
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
        .map(flaw -> flaw.breaks(Clause.ofHeader(name), "the header " + name))
        .toList();
  }

  private static List<String> values(String name, Exchange exchange) {
    List<String> values = exchange.headers().allValues(name);
    return LISTS.contains(name.toLowerCase(Locale.ROOT)) && !values.isEmpty()
        ? List.of(String.join(", ", values))
        : values;
  }

  private JsonNode value(JsonNode schema, String text) {
    boolean number = contract.resolve(schema).path("type").asText().equals("integer");
    return number
        ? Numbers.whole(text).<JsonNode>map(LongNode::valueOf).orElse(TextNode.valueOf(text))
        : TextNode.valueOf(text);
  }
}
