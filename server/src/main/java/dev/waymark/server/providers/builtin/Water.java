package dev.waymark.server.providers.builtin;

/** Still or ruffled water below the horizon, mirroring what stands above it. */
final class Water implements Layer {
  private static final double EYE_HEIGHT = 0.02;

  private final Layer above;
  private final Noise noise;
  private final Colour deep;
  private final Colour glint;
  private final Spot spot;
  private final double roughness;
  private final double bottom;

  /** {@code roughness} is 0 for a mirror, 1 for open sea. */
  Water(Frame frame, Layer above, Palette palette, Spot spot, Chance chance, double roughness) {
    this.above = above;
    this.noise = chance.noise();
    this.deep = palette.ink().toward(palette.sky().getLast(), 0.55);
    this.glint = palette.light().toward(palette.sky().getFirst(), 0.25);
    this.spot = spot;
    this.roughness = roughness;
    this.bottom = -frame.bottom();
  }

  @Override
  public boolean covers(double x, double y) {
    return y < 0;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    if (y >= 0) {
      return;
    }
    double below = -y;
    double depth = 1 / (below + EYE_HEIGHT);
    double u = 0.9 * x * depth;
    double v = 3.2 * depth;
    double swell = noise.sum(u, v, 3);
    double chop = noise.at(3.1 * u + swell, 3.4 * v);
    double wave = Curve.mix(0.6, 1, roughness) * (0.65 * swell + 0.35 * chop);
    double reach = Curve.mix(0.05, 0.2, roughness) * Math.min(1, below * 3.2 + 0.03);
    above.paint(x + 0.25 * reach * chop, Math.abs(below * 1.06 + reach * wave), pixel);
    double near = below / bottom;
    pixel.blend(deep, Curve.clamp(0.12 + 0.42 * near + 0.5 * roughness * (0.2 - wave)));
    glitter(x, below, wave, noise.at(5 * u, 7 * v), pixel);
  }

  private void glitter(double x, double below, double wave, double sparkle, Pixel pixel) {
    double width = spot.radius() * (0.55 + 5.5 * below) + 0.05 * wave;
    double path = Curve.bell(x - spot.x(), width);
    double crest = Curve.step(0.12, 0.42, 0.6 * wave + 0.5 * sparkle + 0.1 * path);
    pixel.add(glint, 0.85 * path * path * crest);
    pixel.add(glint, 0.06 * path);
  }
}
