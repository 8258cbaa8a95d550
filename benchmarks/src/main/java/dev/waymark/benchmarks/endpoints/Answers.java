package dev.waymark.benchmarks.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.model.Generation;
import dev.waymark.generated.server.model.GenerationStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The JSON that Waymark answers with. */
final class Answers {
  private static final Map<String, Object> PARAMETERS =
      Map.of("aspect_ratio", "16:9", "resolution", "2K", "seed", 1_648_114_131L);

  private Answers() {}

  static Generation found(String id) {
    return new Generation(
        id,
        GenerationStatus.PENDING,
        "atlas-1",
        "a mountain lake at dusk, snow, deep blue",
        PARAMETERS,
        40L,
        Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  static Generation started(String id, JsonNode body) {
    return new Generation(
        id,
        GenerationStatus.PENDING,
        body.path("model").asText(),
        body.path("prompt").asText(),
        Map.of(
            "aspect_ratio",
            body.path("aspect_ratio").asText(),
            "resolution",
            body.path("resolution").asText(),
            "seed",
            1_648_114_131L),
        40L,
        Instant.now().truncatedTo(ChronoUnit.MICROS));
  }
}
