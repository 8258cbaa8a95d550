package dev.waymark.server.providers.builtin;

import java.util.List;

/** Regions as a leaded window with daylight behind it. */
final class Glass implements Layer {
  private static final double THIN = 0.0021;
  private static final double BOLD = 0.0036;
  private static final Colour LEAD = Colour.hex(0x1B1B20);
  private static final Colour SHEEN = Colour.hex(0x6E7078);

  private final Region[] regions;
  private final Noise noise;
  private final Spot spot;
  private final double pixelSide;
  private final Tile tile;

  /** Regions from front to back; the last one fills whatever is left. */
  Glass(Frame frame, List<Region> regions, Chance chance, Spot spot, Ramp ramp) {
    this.regions = regions.toArray(Region[]::new);
    this.noise = chance.noise();
    this.spot = spot;
    this.pixelSide = frame.pixel();
    this.tile = new Tile(ramp);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    tile.reset();
    int number = locate(x, y);
    tile.ramp.fill(tile.share, pixel);
    double edge = Math.min(tile.thin, tile.bold);
    pixel.scale(tile.light * texture(x, y, number) * shading(x, y, edge));
    lead(tile.thin, THIN, pixel);
    lead(tile.bold, BOLD, pixel);
  }

  private int locate(double x, double y) {
    for (int i = 0; i < regions.length; i++) {
      double depth = regions[i].depth(x, y);
      tile.boldLead(Math.abs(depth));
      if (depth >= 0) {
        regions[i].cut(x, y, tile);
        return i;
      }
    }
    throw new IllegalStateException("the last region must be everywhere");
  }

  /** Every piece was drawn in its own direction and has its own streaks. */
  private double texture(double x, double y, int region) {
    int piece = tile.row * 31 + region * 1009;
    double turn = 6 * noise.cell(tile.column, piece);
    double slow = noise.at(9 * x + turn, 9 * y - turn);
    double along = x + (turn - 3) * 0.4 * y;
    double across = y - (turn - 3) * 0.4 * x;
    double streak = noise.at(14 * along + 9 * turn, 60 * across + slow);
    double hammered = noise.at(150 * x + turn, 150 * y);
    return 1 + 0.13 * slow + 0.08 * streak + 0.035 * hammered;
  }

  private double shading(double x, double y, double edge) {
    double rim = 0.66 + 0.34 * Curve.step(0, 0.013, edge);
    return rim * (0.94 + 0.3 * Curve.bell(spot.distance(x, y), 0.4));
  }

  private void lead(double distance, double half, Pixel pixel) {
    double cover = Curve.clamp((half - distance) / pixelSide + 0.5);
    if (cover > 0) {
      pixel.blend(LEAD, cover);
      double round = Curve.step(0.75 * half, 0, distance);
      pixel.blend(SHEEN, 0.3 * cover * round * round);
    }
  }
}
