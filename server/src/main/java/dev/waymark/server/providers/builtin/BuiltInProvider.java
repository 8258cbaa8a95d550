package dev.waymark.server.providers.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Paints pictures itself: no key, no network, no cost. A model's {@code duration} parameter, where
 * it has one, is how long an exposure takes; the picture does not depend on it.
 */
@Singleton
final class BuiltInProvider implements Provider {
  private final Painter painter = new Painter();
  private final Pause pause;

  BuiltInProvider(Pause pause) {
    this.pause = pause;
  }

  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public boolean costs() {
    return false;
  }

  @Override
  public Optional<String> objection(JsonNode parameters, JsonNode settings) {
    return new PaintSettings(settings).objection(parameters);
  }

  @Override
  public Media generate(Assignment assignment) throws InterruptedException {
    JsonNode parameters = assignment.parameters();
    pause.sleep(Duration.ofSeconds(parameters.path("duration").asLong()));
    PaintSettings settings = new PaintSettings(assignment.settings());
    PictureSize size =
        settings.size(
            parameters.path("aspect_ratio").asText(), parameters.path("resolution").asText());
    return new Media(
        painter.paint(
            new Scene(
                assignment.prompt(),
                settings.style(),
                size.width(),
                size.height(),
                parameters.path("seed").asLong())),
        "image/png");
  }
}
