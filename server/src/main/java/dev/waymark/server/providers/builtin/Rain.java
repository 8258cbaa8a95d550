package dev.waymark.server.providers.builtin;

/** Slanting rain: curtains of it far away, single streaks nearby. */
final class Rain implements Layer {
  private static final double SLANT = 0.24;

  private final Noise noise;
  private final Colour colour;
  private final double pixelSide;

  Rain(Frame frame, Palette palette, Chance chance) {
    this.noise = chance.noise();
    this.colour = palette.haze().toward(Colour.WHITE, 0.4);
    this.pixelSide = frame.pixel();
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double across = x - SLANT * y;
    double curtain = 0.6 * noise.at(5 * across, 0.7 * y);
    pixel.blend(colour, 0.1 * Curve.step(-0.1, 0.6, curtain));
    streak(across, y, 0.009, 0.13, pixel);
    streak(across + 0.37, y, 0.021, 0.3, pixel);
  }

  private void streak(double across, double y, double spacing, double length, Pixel pixel) {
    int column = Noise.floor(across / spacing);
    double shift = noise.cell(column, 5);
    int row = Noise.floor(y / length + shift);
    double presence = noise.cell(column, row + 1000);
    if (presence > 0.4) {
      return;
    }
    double along = y / length + shift - row;
    double middle = (column + Curve.mix(0.2, 0.8, noise.cell(column, row + 2000))) * spacing;
    double width = Math.max(0.00055, 0.5 * pixelSide);
    double cover = Curve.bell(across - middle, width) * Curve.step(0, 0.6, along);
    pixel.blend(colour, 0.34 * cover * Curve.step(1, 0.85, along) * (0.00055 / width));
  }
}
