package dev.waymark.server.providers.builtin;

/** A row of buildings on the waterfront, with lit windows once the day is over. */
final class Skyline implements Layer {
  private final Noise noise;
  private final Building[] buildings;
  private final int first;
  private final double pixelSide;
  private final double block;
  private final double highest;
  private final double lights;
  private final Colour top;
  private final Colour foot;
  private final Colour lamp;

  /** {@code distance} is 0 for the waterfront, 1 for what the haze has swallowed. */
  Skyline(Frame frame, Hour hour, Palette palette, Chance chance, double distance) {
    this.noise = chance.noise();
    this.pixelSide = frame.pixel();
    this.block = Curve.mix(0.06, 0.04, distance);
    this.first = Noise.floor(-(frame.right() + 0.1) / block) - 1;
    this.buildings = new Building[1 - 2 * first];
    double peak = 0;
    for (int i = 0; i < buildings.length; i++) {
      buildings[i] = Building.of(first + i, noise, block, Curve.mix(0.2, 0.42, distance));
      peak = Math.max(peak, buildings[i].mast());
    }
    this.highest = peak;
    this.lights =
        switch (hour) {
          case DAY -> 0.04;
          case DAWN -> 0.12;
          case SUNSET -> 0.3;
          case NIGHT -> 0.42;
        };
    this.top = palette.ink().toward(palette.haze(), distance);
    this.foot = palette.ink().toward(palette.haze(), Math.min(1, distance + 0.25));
    this.lamp = palette.accent().toward(palette.haze(), 0.6 * distance).scaled(1.25);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    if (y > highest || y < 0) {
      return;
    }
    int middle = Noise.floor(x / block) - first;
    int from = Math.max(0, middle - 1);
    int to = Math.min(buildings.length - 1, middle + 1);
    for (int i = from; i <= to; i++) {
      Building building = buildings[i];
      double cover = y > building.mast() ? 0 : building.cover(x, y, pixelSide);
      if (cover > 0) {
        double level = y / building.height();
        pixel.blend(foot, cover);
        pixel.blend(top, cover * Curve.step(0, 0.7, level));
        window(building, x, y, cover * Curve.step(0.99, 0.96, level), pixel);
      }
    }
  }

  private void window(Building building, double x, double y, double cover, Pixel pixel) {
    double across = (x - building.middle() + building.half()) / building.window();
    double up = y / building.storey();
    int column = Noise.floor(across);
    int row = Noise.floor(up);
    double lot = noise.cell(column + building.number() * 57, row + 300);
    if (lot < lights) {
      double dx = Math.abs(across - column - 0.5);
      double dy = Math.abs(up - row - 0.5);
      double pane = Curve.clamp((0.3 - dx) * building.window() / pixelSide + 0.5);
      pane *= Curve.clamp((0.27 - dy) * building.storey() / pixelSide + 0.5);
      pixel.blend(lamp, cover * pane * (0.35 + 0.65 * lot / lights));
    }
  }
}
