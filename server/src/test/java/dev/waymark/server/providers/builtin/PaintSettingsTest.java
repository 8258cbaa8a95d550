package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.files.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaintSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"atlas-1", "atlas-studio-1", "aurora-1", "mosaic-1"})
  void every_picture_of_a_built_in_model_can_be_painted(String slug) {
    JsonNode model = YamlFile.builtIn("models/" + slug + ".yaml").content();

    assertThat(new PaintSettings(model.path("settings")).objection(model.path("parameters")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ATLAS    | CUBIST          | settings.style must be one of
          1K: 1024 | 1K: 100         | settings.long_side must give the resolution 1K
          2K: 2048 | 8K: 2048        | settings.long_side must give the resolution 2K
          4K: 3840 | 4K: 38400       | settings.long_side must give the resolution 4K
          '16:9'   | wide            | both sides of wide
          """)
  void an_objection_says_what_would_be_right(String right, String wrong, String objection) {
    String text = YamlFile.builtIn("models/atlas-1.yaml").content().toPrettyString();
    String changed = text.replace(json(right), json(wrong));
    JsonNode model = YamlFile.parse("model", changed).content();

    assertThat(changed).isNotEqualTo(text);
    assertThat(new PaintSettings(model.path("settings")).objection(model.path("parameters")))
        .hasValueSatisfying(said -> assertThat(said).contains(objection));
  }

  @Test
  void a_model_without_resolutions_is_not_for_the_painter() {
    JsonNode settings = YamlFile.builtIn("models/atlas-1.yaml").content().path("settings");

    assertThat(new PaintSettings(settings).objection(YamlFile.parse("none", "{}").content()))
        .hasValueSatisfying(said -> assertThat(said).contains("resolution and aspect_ratio"));
  }

  private static String json(String yaml) {
    int colon = yaml.indexOf(": ");
    return colon < 0
        ? '"' + yaml + '"'
        : '"' + yaml.substring(0, colon) + "\" : " + yaml.substring(colon + 2);
  }
}
