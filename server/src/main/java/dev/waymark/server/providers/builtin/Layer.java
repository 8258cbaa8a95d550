package dev.waymark.server.providers.builtin;

/** Something in the picture, painted over whatever lies behind it. */
interface Layer {
  void paint(double x, double y, Pixel pixel);

  /** Whether nothing behind this layer can be seen at the point; allowed to say no too often. */
  default boolean covers(double x, double y) {
    return false;
  }
}
