package dev.waymark.server.providers.builtin;

import java.util.function.DoubleUnaryOperator;

/** A hill cut into courses that follow its outline. */
final class HillRegion implements Region {
  private final DoubleUnaryOperator outline;
  private final Bricks bricks;
  private final Ramp ramp;

  HillRegion(DoubleUnaryOperator outline, Bricks bricks, Ramp ramp) {
    this.outline = outline;
    this.bricks = bricks;
    this.ramp = ramp;
  }

  @Override
  public double depth(double x, double y) {
    double slope = (outline.applyAsDouble(x + 0.002) - outline.applyAsDouble(x - 0.002)) / 0.004;
    return (outline.applyAsDouble(x) - y) / Math.sqrt(1 + slope * slope);
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    double down = outline.applyAsDouble(x) - y;
    bricks.cut(x + 0.35 * down, down, 1, 0.95, tile);
    double lot = bricks.lot(tile);
    tile.glass(ramp, 0.24 * tile.row + 0.6 * (lot - 0.3), 0.92 + 0.3 * lot);
  }
}
