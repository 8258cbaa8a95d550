package dev.waymark.server.providers.builtin;

/** Falling snow: many small far flakes, a few large soft near ones. */
final class Snowfall implements Layer {
  private static final double[] CELLS = {0.018, 0.04, 0.11};
  private static final double[] RADII = {0.0011, 0.0024, 0.0062};
  private static final double[] COVERS = {0.6, 0.7, 0.42};
  private static final double PRESENCE = 0.55;

  private final Noise noise;
  private final Colour colour;
  private final double pixelSide;

  Snowfall(Frame frame, Palette palette, Chance chance) {
    this.noise = chance.noise();
    this.colour = Colour.WHITE.toward(palette.sky().getFirst(), 0.35);
    this.pixelSide = frame.pixel();
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    for (int size = 0; size < CELLS.length; size++) {
      double side = CELLS[size];
      double slanted = x + 0.22 * y;
      int column = Noise.floor(slanted / side);
      int row = Noise.floor(y / side);
      double presence = noise.cell(column + 613 * size, row);
      if (presence < PRESENCE) {
        double dx = slanted - (column + Curve.mix(0.2, 0.8, noise.cell(column, row + 97))) * side;
        double dy = y - (row + Curve.mix(0.2, 0.8, noise.cell(column + 89, row))) * side;
        double radius = RADII[size] * Curve.mix(0.5, 1.1, presence / PRESENCE);
        double soft = Math.max(0.55 * radius, pixelSide);
        double distance = Math.sqrt(dx * dx + dy * dy);
        pixel.blend(colour, COVERS[size] * Curve.step(radius + soft, radius - soft, distance));
      }
    }
  }
}
