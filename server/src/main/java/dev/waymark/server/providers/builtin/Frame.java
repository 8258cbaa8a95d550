package dev.waymark.server.providers.builtin;

/**
 * The view a picture is composed in: the origin is the middle of the horizon, y goes up, and one
 * unit is the side of a square with the picture's area.
 *
 * <p>A composition in these units fits wide and tall pictures alike, at any resolution.
 */
record Frame(int width, int height, double horizon) {
  /** How much of the height lies below the horizon is {@code horizon}, 0 to 1. */
  Frame {
    if (horizon < 0 || horizon > 1) {
      throw new IllegalArgumentException("horizon must be 0 to 1, not " + horizon);
    }
  }

  static Frame of(Scene scene, double horizon) {
    return new Frame(scene.width(), scene.height(), horizon);
  }

  /** The side of a pixel. */
  double pixel() {
    return 1 / Math.sqrt((double) width * height);
  }

  double x(int column) {
    return (column + 0.5 - width / 2.0) * pixel();
  }

  double y(int row) {
    return top() - (row + 0.5) * pixel();
  }

  double right() {
    return width / 2.0 * pixel();
  }

  double top() {
    return height * (1 - horizon) * pixel();
  }

  double bottom() {
    return -height * horizon * pixel();
  }
}
