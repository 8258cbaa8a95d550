package dev.waymark.server.providers.builtin;

/** A deck of clouds seen from below, running together towards the horizon. */
final class Clouds implements Layer {
  private static final double RISE = 0.16;

  private final Noise noise;
  private final Spot spot;
  private final Colour lit;
  private final Colour shade;
  private final double threshold;
  private final double drift;
  private final double opacity;

  /** {@code amount} is how much of the sky they take, 0 to 1. */
  Clouds(Palette palette, Spot spot, Chance chance, double amount, double opacity) {
    this.noise = chance.noise();
    this.spot = spot;
    this.lit = palette.light().toward(palette.sky().getFirst(), 0.3).scaled(1.05);
    this.shade = palette.ambient().toward(palette.haze(), 0.35).scaled(0.85);
    this.threshold = Curve.mix(0.42, -0.45, amount);
    this.drift = chance.between(-20, 20);
    this.opacity = opacity;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    if (y <= 0) {
      return;
    }
    double depth = 0.42 / (y + RISE);
    double u = x * depth * 1.9 + drift;
    double v = depth * 3.1;
    double bend = noise.at(0.7 * u, 0.7 * v);
    double here = noise.sum(u + 0.5 * bend, v + 0.9 * bend, 5);
    double cover = Curve.step(threshold, threshold + 0.42, here);
    if (cover <= 0) {
      return;
    }
    double toward = 0.16 * Math.clamp(4 * (spot.x() - x), -1, 1);
    double ahead = noise.sum(u + toward + 0.5 * bend, v - 0.16 + 0.9 * bend, 2);
    double near = Curve.bell(spot.distance(x, y), 0.32);
    double bright = Curve.clamp(0.3 + 1.5 * (here - ahead) + 0.75 * near - 0.35 * cover);
    double thin = cover * opacity * Curve.step(0, 0.07, y);
    pixel.blend(shade, thin);
    pixel.blend(lit, thin * bright);
  }
}
