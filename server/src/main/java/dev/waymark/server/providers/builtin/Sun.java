package dev.waymark.server.providers.builtin;

/** The sun's disc, a little deeper in colour where it nears the haze. */
final class Sun implements Layer {
  private final Spot spot;
  private final double pixelSide;
  private final Colour disc;
  private final Colour rim;

  Sun(Frame frame, Spot spot, Palette palette) {
    this.spot = spot;
    this.pixelSide = frame.pixel();
    this.disc = palette.light().scaled(1.5);
    this.rim = palette.light().toward(palette.sky().getFirst(), 0.5).scaled(1.15);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double distance = spot.distance(x, y);
    double cover = Curve.clamp((spot.radius() - distance) / (1.5 * pixelSide) + 0.5);
    if (cover > 0) {
      pixel.blend(rim, cover);
      double height = (y - spot.y()) / spot.radius();
      pixel.blend(disc, cover * Curve.step(-1.1, 0.4, height));
    }
  }
}
