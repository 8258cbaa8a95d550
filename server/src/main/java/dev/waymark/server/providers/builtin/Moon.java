package dev.waymark.server.providers.builtin;

/** A moon with its seas, its phase, and a trace of earthshine on the dark part. */
final class Moon implements Layer {
  private final Spot spot;
  private final double pixelSide;
  private final Colour light;
  private final Colour dark;
  private final Noise noise;
  private final double side;
  private final double fullness;
  private final double tilt;

  Moon(Frame frame, Spot spot, Palette palette, Chance chance) {
    this.spot = spot;
    this.pixelSide = frame.pixel();
    this.light = palette.light();
    this.dark = palette.sky().get(2).toward(palette.light(), 0.12);
    this.noise = chance.noise();
    this.side = chance.sign();
    this.fullness = chance.between(0.15, 1.3);
    this.tilt = chance.between(-0.4, 0.4);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double distance = spot.distance(x, y);
    double cover = Curve.clamp((spot.radius() - distance) / (1.5 * pixelSide) + 0.5);
    if (cover <= 0) {
      return;
    }
    double u = (x - spot.x()) / spot.radius();
    double v = (y - spot.y()) / spot.radius();
    double limb = Math.sqrt(Math.max(0, 1 - v * v));
    // The edge of the day on a ball, seen from aside, is half an ellipse.
    double day = Curve.step(-0.1, 0.2, side * (u + tilt * v) + fullness * limb);
    double seas = Curve.step(-0.15, 0.35, noise.sum(1.5 * u + 3, 1.5 * v, 4));
    double roundness = 0.72 + 0.28 * Math.sqrt(Math.max(0, 1 - u * u - v * v));
    pixel.blend(dark, cover);
    pixel.scale(1 - cover * day);
    pixel.add(light, cover * day * roundness * (1.08 - 0.34 * seas));
  }
}
