package dev.waymark.server.providers.builtin;

/** A small sailing boat, to give the sea its size. */
final class Boat implements Layer {
  private final double middle;
  private final double size;
  private final double pixelSide;
  private final Colour sail;
  private final Colour hull;
  private final double heading;

  Boat(Frame frame, Palette palette, Chance chance, double middle) {
    this.middle = middle;
    this.size = chance.between(0.075, 0.1);
    this.pixelSide = frame.pixel() / size;
    this.heading = chance.sign();
    this.sail = palette.ink().toward(palette.light(), 0.25);
    this.hull = palette.ink();
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double u = heading * (x - middle) / size;
    double v = y / size;
    if (Math.abs(u) > 0.6 || v > 1.1 || v < -0.01) {
      return;
    }
    double main = inside(Math.min(u - 0.02, Math.min(v - 0.16, 0.42 * (1 - v) - u)));
    double jib = inside(Math.min(-0.02 - u, Math.min(v - 0.18, u + 0.34 * (0.86 - v))));
    double deck = 0.42 - 0.1 * Curve.step(0.1, 0, v);
    double body = inside(Math.min(deck - Math.abs(u + 0.02), 0.11 + 0.03 * u - v));
    double mast = inside(Math.min(0.007 - Math.abs(u), 1.03 - v));
    pixel.blend(sail, Math.max(main, 0.8 * jib));
    pixel.blend(hull, Math.max(body, mast));
  }

  private double inside(double depth) {
    return Curve.clamp(depth / pixelSide + 0.5);
  }
}
