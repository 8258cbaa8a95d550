package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.files.YamlFile;
import dev.waymark.server.wallet.Credits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns one file into a model, or ends in the first thing that is wrong with it. */
final class ModelFile {
  private final YamlFile file;

  ModelFile(YamlFile file) {
    this.file = file;
  }

  Model read(JsonSchema format, ParameterSchemaCheck schemaCheck) {
    file.refuseIfAny(format.check(file.content()));
    Model model = model((ObjectNode) file.content());
    file.refuseIfAny(schemaCheck.faults(model.parameters()));
    file.refuseIfAny(new PriceCoverage(model).faults());
    return model;
  }

  private static Model model(ObjectNode content) {
    return new Model(
        content.path("slug").asText(),
        content.path("name").asText(),
        content.path("description").asText(),
        Kind.valueOf(content.path("kind").asText().toUpperCase(Locale.ROOT)),
        content.path("provider").asText(),
        content.path("restricted").asBoolean(),
        limits(content.path("limits")),
        content.withObject("/parameters"),
        prices(content.path("prices")),
        content.withObject("/settings"));
  }

  private static ModelLimits limits(JsonNode limits) {
    return new ModelLimits(
        limits.path("prompt_characters").asInt(), limits.path("timeout_seconds").asInt());
  }

  private static List<PriceRow> prices(JsonNode rows) {
    List<PriceRow> prices = new ArrayList<>();
    for (JsonNode row : rows) {
      Map<String, JsonNode> when = new LinkedHashMap<>();
      row.path("when").properties().forEach(entry -> when.put(entry.getKey(), entry.getValue()));
      prices.add(new PriceRow(when, new Credits(row.path("credits").asLong())));
    }
    return prices;
  }
}
