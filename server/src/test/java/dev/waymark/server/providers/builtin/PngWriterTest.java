package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PngWriterTest {

  @Property(tries = 60)
  void what_was_written_is_what_a_decoder_reads(
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 90) int height,
      @ForAll @IntRange(min = 1, max = 255) int spread,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[3 * width * height];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(spread);
    }

    assertThat(Picture.of(png(width, height, bytes)).pixels()).isEqualTo(pixels(bytes));
  }

  @Test
  void a_picture_of_several_blocks_is_read_back() {
    byte[] bytes = new byte[3 * 700 * 300];
    new Random(1).nextBytes(bytes);

    assertThat(Picture.of(png(700, 300, bytes)).pixels()).isEqualTo(pixels(bytes));
  }

  @Test
  void a_missing_line_is_noticed() {
    PngWriter png = new PngWriter(2, 2);
    png.write(new byte[6]);

    assertThatThrownBy(png::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 lines are missing");
  }

  private static byte[] png(int width, int height, byte[] bytes) {
    PngWriter png = new PngWriter(width, height);
    byte[] line = new byte[3 * width];
    for (int row = 0; row < height; row++) {
      System.arraycopy(bytes, row * line.length, line, 0, line.length);
      png.write(line);
    }
    return png.finish();
  }

  private static int[] pixels(byte[] bytes) {
    int[] pixels = new int[bytes.length / 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          0xFF000000
              | (bytes[3 * i] & 255) << 16
              | (bytes[3 * i + 1] & 255) << 8
              | (bytes[3 * i + 2] & 255);
    }
    return pixels;
  }
}
