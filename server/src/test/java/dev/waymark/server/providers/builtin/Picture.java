package dev.waymark.server.providers.builtin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A painted PNG read back by a decoder that is not ours. */
final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;

  private Picture(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  static Picture of(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      int width = image.getWidth();
      int height = image.getHeight();
      return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Row by row, as 0xAARRGGBB. */
  int[] pixels() {
    return pixels.clone();
  }

  long colours() {
    return Arrays.stream(pixels).distinct().count();
  }

  /** The mean of all pixels, 0 to 255. */
  double red() {
    return mean(16);
  }

  double green() {
    return mean(8);
  }

  double blue() {
    return mean(0);
  }

  double brightness() {
    return (red() + green() + blue()) / 3;
  }

  private double mean(int shift) {
    return Arrays.stream(pixels).map(pixel -> pixel >> shift & 255).average().orElseThrow();
  }
}
