package dev.waymark.server.providers.builtin;

/** A dune: a sharp crest between the side in the sun and the slip face in its own shadow. */
final class Dune implements Layer {
  private final Profile crest;
  private final Noise noise;
  private final double lightSide;
  private final double scale;
  private final double wander;
  private final Colour lit;
  private final Colour shade;

  private Dune(
      Frame frame, Chance chance, double height, double scale, double side, Colour[] tones) {
    this.noise = chance.noise();
    this.lightSide = side;
    this.scale = scale;
    this.wander = chance.between(-5, 5);
    this.lit = tones[0];
    this.shade = tones[1];
    this.crest = new Profile(frame, x -> height + scale * outline(x));
  }

  /** {@code near} is 0 at the horizon and 1 at the viewer's feet. */
  static Dune at(Frame frame, Palette palette, Spot spot, Chance chance, double near) {
    double height = Curve.mix(0.015, 0.62 * frame.bottom(), StrictMath.pow(near, 1.3));
    double scale = Curve.mix(0.05, 0.24, near);
    Colour sun = palette.light().toward(palette.sky().getFirst(), 0.4);
    Colour lit = palette.ground().toward(sun, 0.42 - 0.15 * near);
    Colour shade = palette.ground().toward(palette.ink(), 0.45 + 0.4 * near);
    double distance = 0.62 * (1 - near);
    Colour[] tones = {lit.toward(palette.haze(), distance), shade.toward(palette.haze(), distance)};
    return new Dune(frame, chance, height, scale, spot.x() < 0 ? -1 : 1, tones);
  }

  private double outline(double x) {
    double u = 0.28 * x / scale + wander;
    return noise.crests(u, 2, 1) * 1.5 - 0.7 + 0.25 * noise.at(0.6 * u, 7);
  }

  @Override
  public boolean covers(double x, double y) {
    return y < crest.highest() && crest.cover(x, y) >= 1;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double cover = y > crest.highest() + 0.01 ? 0 : crest.cover(x, y);
    if (cover <= 0) {
      return;
    }
    double down = (crest.at(x) - y) / scale;
    double probe = 0.03 * scale;
    // Looking down a face, its crest line keeps wandering towards the viewer.
    double bent = x + 0.55 * scale * down + 0.16 * scale * noise.at(2.1 * down, 1.3 * x / scale);
    double fall = (crest.at(bent + probe) - crest.at(bent - probe)) / (2 * probe);
    double light = Curve.step(0.12, -0.1, fall * lightSide - 0.05);
    double ripple =
        noise.at(14 * x / scale + 8 * down, 60 * down + 3 * noise.at(6 * x / scale, 5 * down));
    double slope =
        light * (0.86 + 0.1 * ripple * Curve.step(0.05, 0.4, down)) - 0.18 * Math.min(1, down);
    pixel.blend(shade, cover);
    pixel.blend(lit, cover * Curve.clamp(slope));
  }
}
