package dev.waymark.server.providers.builtin;

/**
 * Paints scenes, standing in for an image model: equal scenes give equal bytes on every machine.
 *
 * <p>Works on one thread, a row at a time, so a picture needs little more memory than its PNG. An
 * interrupt stops it within a few rows; nothing is kept of a picture that was not finished.
 */
public final class Painter {
  private final Film film = new Film();

  /** A PNG of 8-bit RGB without metadata. */
  public byte[] paint(Scene scene) throws InterruptedException {
    Composition composition = compose(scene);
    Frame frame = composition.frame();
    PngWriter png = new PngWriter(scene.width(), scene.height());
    byte[] line = new byte[3 * scene.width()];
    Pixel pixel = new Pixel();
    for (int row = 0; row < scene.height(); row++) {
      stopIfInterrupted();
      double y = frame.y(row);
      for (int column = 0; column < scene.width(); column++) {
        composition.layer().paint(frame.x(column), y, pixel);
        film.develop(pixel, column, row, line, 3 * column);
      }
      png.write(line);
    }
    return png.finish();
  }

  private static Composition compose(Scene scene) throws InterruptedException {
    return switch (scene.style()) {
      case ATLAS -> Atlas.compose(scene);
      case MOSAIC -> Mosaic.compose(scene);
      case AURORA -> Aurora.compose(scene);
    };
  }

  /** Long loops call this between steps of at most a few milliseconds. */
  static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("painting was stopped");
    }
  }
}
