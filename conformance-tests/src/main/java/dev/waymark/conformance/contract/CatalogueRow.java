package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A row of {@code x-error-catalogue}.
 *
 * @param status 0 if only a generation can have the code
 */
public record CatalogueRow(
    String code,
    int status,
    String title,
    String message,
    String next,
    List<Extra> extras,
    JsonNode retry,
    String charge,
    boolean counts,
    String since) {

  /** A field that an error has beside the common ones. */
  public record Extra(String name, String type, String description, boolean optional) {}

  static CatalogueRow of(JsonNode row) {
    return new CatalogueRow(
        row.path("code").asText(),
        row.path("status").asInt(-1),
        row.path("title").asText(),
        row.path("message").asText(),
        row.path("next").asText(),
        row.path("extras").valueStream().map(CatalogueRow::extra).toList(),
        row.path("retry"),
        row.path("charge").asText(),
        row.path("counts").asBoolean(),
        row.path("since").asText());
  }

  /** What {@code retry.strategy} is in every error of this code. */
  public String strategy() {
    return retry.path("strategy").asText();
  }

  @Override
  public String toString() {
    return code;
  }

  private static Extra extra(JsonNode extra) {
    return new Extra(
        extra.path("name").asText(),
        extra.path("type").asText(),
        extra.path("description").asText(),
        extra.path("optional").asBoolean(false));
  }
}
