package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PainterTest {
  private final Painter painter = new Painter();

  @ParameterizedTest
  @EnumSource
  void the_same_scene_gives_the_same_bytes(Style style) throws InterruptedException {
    byte[] again = new Painter().paint(small("a mountain lake", style, 7));

    assertThat(painter.paint(small("a mountain lake", style, 7))).isEqualTo(again);
  }

  /** Pins the bytes across machines and releases; a change of looks changes these on purpose. */
  @ParameterizedTest
  @CsvSource({
    "ATLAS, d32cf9c0f155ab2e8d680fd11f093b415773d7ecb22334f7ea35c830853749b9",
    "MOSAIC, 496210e84407b8e425c39ee646af6858cca9a24838202e0d149e4a332fa777a7",
    "AURORA, 53c94f71f12e4b3f98f8233bd9ffbea02790a3df2d805698fe0c215b0c775887"
  })
  void a_scene_keeps_its_bytes_from_release_to_release(Style style, String sha256)
      throws Exception {
    byte[] png = painter.paint(small("snow, storm, city lights at night", style, -1));

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
  }

  @ParameterizedTest
  @EnumSource
  void another_seed_gives_another_picture(Style style) throws InterruptedException {
    byte[] other = painter.paint(small("a mountain lake", style, 8));

    assertThat(painter.paint(small("a mountain lake", style, 7))).isNotEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource
  void words_it_does_not_know_still_change_the_picture(Style style) throws InterruptedException {
    byte[] other = painter.paint(small("quietly, a mountain lake", style, 7));

    assertThat(painter.paint(small("a mountain lake", style, 7))).isNotEqualTo(other);
  }

  @Test
  void every_style_is_another_picture() throws InterruptedException {
    byte[] atlas = painter.paint(small("a mountain lake", Style.ATLAS, 7));
    byte[] mosaic = painter.paint(small("a mountain lake", Style.MOSAIC, 7));
    byte[] aurora = painter.paint(small("a mountain lake", Style.AURORA, 7));

    assertThat(atlas).isNotEqualTo(mosaic).isNotEqualTo(aurora);
    assertThat(mosaic).isNotEqualTo(aurora);
  }

  @Property(tries = 25)
  void any_allowed_size_is_painted_exactly(
      @ForAll @IntRange(min = 256, max = 700) int width,
      @ForAll @IntRange(min = 256, max = 700) int height,
      @ForAll Style style,
      @ForAll long seed)
      throws InterruptedException {
    Picture picture = Picture.of(painter.paint(new Scene("forest", style, width, height, seed)));

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
  }

  @ParameterizedTest
  @CsvSource({"256, 4096", "4096, 256"})
  void the_most_extreme_shapes_are_painted(int width, int height) throws InterruptedException {
    Scene scene = new Scene("snow storm over the ocean", Style.AURORA, width, height, 3);

    assertThat(Picture.of(painter.paint(scene)).colours()).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void a_larger_picture_is_the_same_picture(Style style) throws InterruptedException {
    Picture one = Picture.of(painter.paint(new Scene("lake at dawn", style, 256, 256, 5)));
    Picture two = Picture.of(painter.paint(new Scene("lake at dawn", style, 512, 512, 5)));

    int[] small = one.pixels();
    int[] large = two.pixels();
    double difference = 0;
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        int green = small[y * 256 + x] >> 8 & 255;
        difference += Math.abs(green - (large[2 * y * 512 + 2 * x] >> 8 & 255));
      }
    }
    assertThat(difference / (256 * 256)).isLessThan(12);
  }

  static Stream<Scene> scenes() {
    return Stream.of(Style.values())
        .flatMap(style ->
            Stream.of(Land.values())
                .flatMap(land ->
                    Stream.of("fair night", "snow at dawn", "storm by day", "grey sunset")
                        .map(rest -> small(land + " " + rest, style, 11))));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void every_combination_of_words_gives_a_picture_worth_the_name(Scene scene)
      throws InterruptedException {
    Picture picture = Picture.of(painter.paint(scene));

    assertThat(picture.colours()).isGreaterThan(400);
    assertThat(picture.brightness()).isBetween(8.0, 235.0);
  }

  @ParameterizedTest
  @EnumSource
  void a_colour_word_decides_the_dominant_colour(Style style) throws InterruptedException {
    Picture red = Picture.of(painter.paint(small("red mountains", style, 2)));
    Picture green = Picture.of(painter.paint(small("green mountains", style, 2)));
    Picture blue = Picture.of(painter.paint(small("blue mountains", style, 2)));

    assertThat(red.red()).isGreaterThan(red.green()).isGreaterThan(red.blue());
    assertThat(green.green()).isGreaterThan(green.red()).isGreaterThan(green.blue());
    assertThat(blue.blue()).isGreaterThan(blue.red()).isGreaterThan(blue.green());
  }

  @ParameterizedTest
  @EnumSource(names = {"ATLAS", "MOSAIC"})
  void night_is_darker_than_day(Style style) throws InterruptedException {
    Picture night = Picture.of(painter.paint(small("the sea by night", style, 2)));
    Picture day = Picture.of(painter.paint(small("the sea by day", style, 2)));

    assertThat(night.brightness()).isLessThan(0.7 * day.brightness());
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupt_stops_the_painting(Style style) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> painter.paint(new Scene("lake", style, 4096, 4096, 1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_side_out_of_range_is_no_scene() {
    for (int side : List.of(0, 255, 4097)) {
      assertThatThrownBy(() -> new Scene("lake", Style.ATLAS, side, 256, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("width must be 256 to 4096");
      assertThatThrownBy(() -> new Scene("lake", Style.ATLAS, 256, side, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("height must be 256 to 4096");
    }
  }

  private static Scene small(String prompt, Style style, long seed) {
    return new Scene(prompt, style, 320, 256, seed);
  }
}
