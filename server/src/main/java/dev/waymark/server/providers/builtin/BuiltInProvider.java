package dev.waymark.server.providers.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.models.PictureSize;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Paints pictures itself: no key, no network, no cost. A model's {@code duration} parameter, where
 * it has one, is how long an exposure takes; the picture does not depend on it.
 *
 * <p>Settings in a model file: {@code style} (a {@link Style}) and {@code long_side} (pixels for
 * each {@code resolution}).
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
  public Media generate(Assignment assignment) throws InterruptedException {
    pause.sleep(Duration.ofSeconds(assignment.parameters().path("duration").asLong()));
    return new Media(painter.paint(scene(assignment)), "image/png");
  }

  private static Scene scene(Assignment assignment) {
    JsonNode parameters = assignment.parameters();
    JsonNode settings = assignment.settings();
    PictureSize size =
        PictureSize.of(
            parameters.path("aspect_ratio").asText(),
            settings.path("long_side").path(parameters.path("resolution").asText()).asInt());
    return new Scene(
        assignment.prompt(),
        Style.valueOf(settings.path("style").asText()),
        size.width(),
        size.height(),
        parameters.path("seed").asLong());
  }
}
