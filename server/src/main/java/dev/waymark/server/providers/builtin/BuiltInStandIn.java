package dev.waymark.server.providers.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.StandIn;
import jakarta.inject.Singleton;

/**
 * Paints a small landscape for whatever model is asked for, in its {@code aspect_ratio} where that
 * makes a picture of a sensible shape, else square.
 */
@Singleton
final class BuiltInStandIn implements StandIn {
  private static final int LONG_SIDE = 1024;
  private static final PictureSize SQUARE = new PictureSize(LONG_SIDE, LONG_SIDE);

  private final Painter painter = new Painter();

  @Override
  public Media image(Assignment assignment) throws InterruptedException {
    JsonNode parameters = assignment.parameters();
    PictureSize size = size(parameters.path("aspect_ratio").asText());
    return new Media(
        painter.paint(
            new Scene(
                assignment.prompt(),
                Style.ATLAS,
                size.width(),
                size.height(),
                parameters.path("seed").asLong())),
        "image/png");
  }

  private static PictureSize size(String aspectRatio) {
    try {
      PictureSize size = PictureSize.of(aspectRatio, LONG_SIDE);
      return Math.min(size.width(), size.height()) < Scene.SHORTEST_SIDE ? SQUARE : size;
    } catch (IllegalArgumentException e) {
      // A word of another model's own; any shape will do for a test.
      return SQUARE;
    }
  }
}
