package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {
  @ParameterizedTest
  @CsvSource({
    "1:1, 1024, 1024, 1024",
    "16:9, 1024, 1024, 576",
    "16:9, 3840, 3840, 2160",
    "9:16, 2048, 1152, 2048",
    "4:3, 1024, 1024, 768",
    "3:2, 1024, 1024, 680",
    "2:3, 2048, 1368, 2048",
    "21:9, 2048, 2048, 880"
  })
  void a_ratio_and_its_long_side_make_a_size(String ratio, int longSide, int width, int height) {
    assertThat(PictureSize.of(ratio, longSide)).isEqualTo(new PictureSize(width, height));
  }

  @Property
  void a_turned_ratio_gives_the_turned_size(
      @ForAll @IntRange(min = 1, max = 50) int across,
      @ForAll @IntRange(min = 1, max = 50) int down,
      @ForAll @IntRange(min = 1000, max = 4096) int longSide) {
    PictureSize size = PictureSize.of(across + ":" + down, longSide);
    PictureSize turned = PictureSize.of(down + ":" + across, longSide);

    assertThat(turned.width()).isEqualTo(size.height());
    assertThat(turned.height()).isEqualTo(size.width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16", "16x9", "0:1", "1:0", "-1:1", "1:1:1", "1000:1"})
  void anything_else_is_refused(String ratio) {
    assertThatThrownBy(() -> PictureSize.of(ratio, 1024))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
