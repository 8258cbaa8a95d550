package dev.waymark.server.providers.builtin;

/** Water in level, wavy courses, with the light's path across it in the light's own glass. */
final class LakeRegion implements Region {
  private final Spot spot;
  private final Noise noise;
  private final Bricks bricks;
  private final Ramp ramp;
  private final Ramp glow;
  private final double level;
  private final double swell;

  LakeRegion(Spot spot, Chance chance, Ramp ramp, Ramp glow, double level, double swell) {
    this.spot = spot;
    this.noise = chance.noise();
    this.bricks = new Bricks(chance.named("bricks"), 0.2, 0.24);
    this.ramp = ramp;
    this.glow = glow;
    this.level = level;
    this.swell = swell;
  }

  @Override
  public double depth(double x, double y) {
    return level - y;
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    double below = Math.max(0, level - y);
    double wave = swell * noise.at(4.2 * x, 5 * y) * Math.min(1, 14 * below);
    double bent = Math.max(0, below + wave);
    // Courses widen towards the viewer as a square does.
    double root = Math.sqrt(bent + 0.0036) / 0.36;
    bricks.cut(x + 0.1 * noise.at(3 * x, 9), root, 1, 0.72 * Math.sqrt(bent + 0.0036), tile);
    double lot = bricks.lot(tile);
    double off = Math.abs(bricks.middle(tile) - spot.x());
    boolean lit = off < spot.radius() * (0.9 + 0.35 * tile.row) * (0.6 + 0.8 * lot);
    double share = 0.1 * tile.row + 0.42 * (lot - 0.3);
    tile.glass(lit ? glow : ramp, lit ? 0.25 + 0.5 * lot : share, lit ? 1.2 : 0.92 + 0.25 * lot);
  }
}
