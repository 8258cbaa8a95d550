package dev.waymark.server.providers.builtin;

/** Darkens the corners a little, which keeps the eye in the picture. */
final class Vignette implements Layer {
  private final double middle;
  private final double halfHeight;
  private final double halfWidth;

  Vignette(Frame frame) {
    this.middle = (frame.top() + frame.bottom()) / 2;
    this.halfHeight = frame.top() - middle;
    this.halfWidth = frame.right();
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double u = x / halfWidth;
    double v = (y - middle) / halfHeight;
    pixel.scale(1 - 0.13 * (u * u + v * v) * (u * u + v * v) / 2);
  }
}
