package dev.waymark.server.providers.builtin;

/** A bank of mist lying at one height. */
final class Mist implements Layer {
  private final Noise noise;
  private final Colour colour;
  private final double height;
  private final double thickness;
  private final double density;

  Mist(Colour colour, Chance chance, double height, double thickness, double density) {
    this.noise = chance.noise();
    this.colour = colour;
    this.height = height;
    this.thickness = thickness;
    this.density = density;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double away = Math.abs(y - height) / thickness;
    if (away < 2.2) {
      double wisps = noise.sum(2.2 * x, 9 * y, 2);
      double bank = Curve.step(2.2, 0, away + 1.1 * wisps);
      pixel.blend(colour, density * bank * Curve.step(2.2, 1.4, away));
    }
  }
}
