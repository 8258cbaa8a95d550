package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInStandInTest {
  private final BuiltInStandIn standIn = new BuiltInStandIn();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16:9 | 1024 | 576",
        "3:4  | 768  | 1024",
        "1:1  | 1024 | 1024",
        "9:1  | 1024 | 1024",
        "wide | 1024 | 1024",
        "''   | 1024 | 1024"
      })
  void any_model_gets_a_picture_in_its_shape_or_a_square(String ratio, int width, int height)
      throws IOException, InterruptedException {
    ObjectNode parameters =
        JsonNodeFactory.instance
            .objectNode()
            .put("aspect_ratio", ratio)
            .put("resolution", "enormous")
            .put("duration", 3600);

    Media media = standIn.image(assignment(parameters));

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(media.content()));
    assertThat(media.contentType()).isEqualTo("image/png");
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  private static Assignment assignment(ObjectNode parameters) {
    return new Assignment(
        new GenerationId("gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G"),
        "a lake",
        parameters,
        JsonNodeFactory.instance.objectNode());
  }
}
