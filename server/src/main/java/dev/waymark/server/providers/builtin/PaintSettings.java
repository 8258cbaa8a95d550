package dev.waymark.server.providers.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a model file says to the painter: {@code style}, one of {@link Style}, and {@code
 * long_side}, the pixels of the long side for each {@code resolution} that the model offers.
 */
record PaintSettings(JsonNode settings) {
  Style style() {
    return Style.valueOf(settings.path("style").asText());
  }

  PictureSize size(String aspectRatio, String resolution) {
    return PictureSize.of(aspectRatio, settings.path("long_side").path(resolution).asInt());
  }

  /** What keeps the painter from serving every picture that these parameters can order. */
  Optional<String> objection(JsonNode parameters) {
    String style = settings.path("style").asText();
    if (Arrays.stream(Style.values()).noneMatch(known -> known.name().equals(style))) {
      return Optional.of("settings.style must be one of " + Arrays.toString(Style.values()));
    }
    JsonNode properties = parameters.path("properties");
    JsonNode resolutions = properties.path("resolution");
    JsonNode ratios = properties.path("aspect_ratio");
    if (!isChosen(resolutions) || !isChosen(ratios)) {
      return Optional.of(
          "parameters must have resolution and aspect_ratio, each with an enum and a default");
    }
    for (JsonNode resolution : resolutions.path("enum")) {
      for (JsonNode ratio : ratios.path("enum")) {
        if (!canPaint(ratio.asText(), resolution.asText())) {
          return Optional.of(
              "settings.long_side must give the resolution %s pixels with which both sides of %s are from %d to %d"
                  .formatted(
                      resolution.asText(),
                      ratio.asText(),
                      Scene.SHORTEST_SIDE,
                      Scene.LONGEST_SIDE));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isChosen(JsonNode parameter) {
    return !parameter.path("enum").isEmpty() && parameter.has("default");
  }

  private boolean canPaint(String ratio, String resolution) {
    try {
      PictureSize size = size(ratio, resolution);
      return isSide(size.width()) && isSide(size.height());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSide(int pixels) {
    return pixels >= Scene.SHORTEST_SIDE && pixels <= Scene.LONGEST_SIDE;
  }
}
