package dev.waymark.server.providers.builtin;

/** A night sky in rings around the moon, bent by a slow wind, with stars set into it. */
final class SwirlRegion implements Region {
  private static final double STAR_CELL = 0.24;

  private final Spot spot;
  private final Noise noise;
  private final Bricks bricks;
  private final Ramp ramp;
  private final Ramp stars;
  private final double reach;

  SwirlRegion(Frame frame, Spot spot, Chance chance, Ramp ramp, Ramp stars) {
    this.spot = spot;
    this.noise = chance.noise();
    this.bricks = new Bricks(chance.named("bricks"), 0.15, 0.062);
    this.ramp = ramp;
    this.stars = stars;
    this.reach = 0.75 * StrictMath.hypot(frame.top(), frame.right());
  }

  @Override
  public double depth(double x, double y) {
    return 1;
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    if (star(x, y, tile)) {
      return;
    }
    double bentX = x + 0.09 * noise.at(2.1 * x, 2.1 * y);
    double bentY = y + 0.09 * noise.at(2.1 * x + 40, 2.1 * y);
    double distance = spot.distance(bentX, bentY);
    double angle = StrictMath.atan2(bentY - spot.y(), bentX - spot.x());
    // Along a ring an angle is worth its radius, in steps so that joints stay straight.
    double round = 0.062 * (Noise.floor(distance / 0.062) + 0.5);
    bricks.cut(angle * round, distance, 1, 1, tile);
    double lot = bricks.lot(tile);
    tile.glass(ramp, 0.062 * tile.row / reach + 0.3 * (lot - 0.5), 1.08 - 0.3 * distance / reach);
  }

  private boolean star(double x, double y, Tile tile) {
    int column = Noise.floor(x / STAR_CELL);
    int row = Noise.floor(y / STAR_CELL);
    if (noise.cell(column, row) > 0.5) {
      return false;
    }
    double radius = Curve.mix(0.012, 0.024, noise.cell(column, row + 50));
    double dx = x - (column + Curve.mix(0.25, 0.75, noise.cell(column, row + 60))) * STAR_CELL;
    double dy = y - (row + Curve.mix(0.25, 0.75, noise.cell(column, row + 70))) * STAR_CELL;
    double away = Math.sqrt(dx * dx + dy * dy) - radius;
    tile.boldLead(Math.abs(away) + 0.0015);
    if (away >= 0) {
      return false;
    }
    tile.glass(stars, 0.2 + 0.3 * noise.cell(column, row + 80), 1.3);
    tile.column = column;
    tile.row = row;
    return true;
  }
}
