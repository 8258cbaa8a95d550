package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.contract.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Proves that every valid set of a model's parameters has exactly one price, or says where not. */
final class PriceCoverage {
  private static final int MOST_COMBINATIONS = 10_000;
  private static final int MOST_FAULTS = 100;

  private final Model model;
  private final SortedMap<String, PricedParameter> priced = new TreeMap<>();

  PriceCoverage(Model model) {
    this.model = model;
    model.prices().stream()
        .flatMap(row -> row.when().keySet().stream())
        .filter(model::hasParameter)
        .forEach(name -> priced.put(name, PricedParameter.of(model, name)));
  }

  /** With paths from the root of the model file. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int index = 0; index < model.prices().size(); index++) {
      String path = "prices[" + index + "].when.";
      model
          .prices()
          .get(index)
          .when()
          .forEach((name, value) -> faults.addAll(faults(name, value, path + name)));
    }
    priced.values().forEach(parameter -> faults.addAll(parameter.faults()));
    return faults.isEmpty() ? combinationFaults() : List.copyOf(faults);
  }

  private List<Fault> faults(String name, JsonNode value, String path) {
    PricedParameter parameter = priced.get(name);
    return parameter == null
        ? List.of(Fault.unknown(path, model.lackOf(name)))
        : parameter.faults(value, path);
  }

  private List<Fault> combinationFaults() {
    long count =
        priced.values().stream()
            .mapToLong(parameter -> parameter.values().size())
            .reduce(1, (product, size) -> Math.min(product * size, MOST_COMBINATIONS + 1L));
    return count > MOST_COMBINATIONS
        ? List.of(
            new Fault(
                "prices",
                "must depend on at most %d combinations of values".formatted(MOST_COMBINATIONS)))
        : combinations().stream()
            .flatMap(combination -> faults(combination).stream())
            .limit(MOST_FAULTS)
            .toList();
  }

  private List<ObjectNode> combinations() {
    List<ObjectNode> combinations = List.of(JsonNodeFactory.instance.objectNode());
    for (PricedParameter parameter : priced.values()) {
      combinations =
          combinations.stream()
              .flatMap(
                  start -> parameter.values().stream().map(value -> with(start, parameter, value)))
              .toList();
    }
    return combinations;
  }

  private static ObjectNode with(ObjectNode start, PricedParameter parameter, JsonNode value) {
    ObjectNode combination = start.deepCopy();
    combination.set(parameter.name(), value);
    return combination;
  }

  private List<Fault> faults(ObjectNode combination) {
    List<Integer> rows =
        IntStream.range(0, model.prices().size())
            .filter(index -> model.prices().get(index).matches(combination))
            .boxed()
            .toList();
    return switch (rows.size()) {
      case 0 -> List.of(new Fault("prices", "must have a row for " + words(combination)));
      case 1 -> List.of();
      default ->
          List.of(
              new Fault(
                  "prices[" + rows.get(1) + "]",
                  "must not price %s, which prices[%d] does already"
                      .formatted(words(combination), rows.get(0))));
    };
  }

  private static String words(ObjectNode combination) {
    return combination.isEmpty()
        ? "all parameters"
        : combination.properties().stream()
            .map(PriceCoverage::words)
            .collect(Collectors.joining(" with "));
  }

  private static String words(Map.Entry<String, JsonNode> value) {
    return value.getKey() + " " + value.getValue().asText();
  }
}
