package dev.waymark.server.providers.builtin;

/** A row of towers with large panes, some of them lit. */
final class TowersRegion implements Region {
  private final Noise noise;
  private final Ramp walls;
  private final Ramp lamps;
  private final double block;
  private final double tallest;
  private final double lights;

  TowersRegion(Chance chance, Ramp walls, Ramp lamps, double block, double tallest, double lights) {
    this.noise = chance.noise();
    this.walls = walls;
    this.lamps = lamps;
    this.block = block;
    this.tallest = tallest;
    this.lights = lights;
  }

  @Override
  public double depth(double x, double y) {
    int cell = Noise.floor(x / block);
    double half = half(cell);
    double height = height(cell);
    double dx = Math.abs(x - (cell + 0.5) * block);
    double spire = noise.cell(cell, 4) < 0.4 ? 0.9 * (half - dx) : 0;
    return Math.min(half - dx, (height + spire - y) * (spire > 0 ? 0.75 : 1));
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    int cell = Noise.floor(x / block);
    double half = half(cell);
    int across = noise.cell(cell, 5) < 0.5 ? 2 : 3;
    double pane = 2 * half / across;
    double place = (x - (cell + 0.5) * block + half) / pane;
    double storey = y / (1.25 * pane);
    int column = Noise.floor(place);
    tile.row = Noise.floor(storey);
    tile.column = cell * 7 + column;
    double dx = place - column;
    double dy = storey - tile.row;
    tile.thinLead(Math.min(dx, 1 - dx) * pane);
    tile.thinLead(Math.min(dy, 1 - dy) * 1.25 * pane);
    double lot = noise.cell(tile.column, tile.row + 90);
    boolean lit = lot < lights;
    double wall = noise.cell(cell, 8) * 0.5 + 0.4 * lot + (column == 0 ? 0 : 0.1);
    tile.glass(lit ? lamps : walls, lit ? 0.2 + 0.6 * lot / lights : wall, lit ? 1.25 : 0.95);
  }

  private double half(int cell) {
    return block * Curve.mix(0.34, 0.5, noise.cell(cell, 2));
  }

  private double height(int cell) {
    double lot = noise.cell(cell, 1);
    return tallest * (0.3 + 0.7 * lot * lot);
  }
}
