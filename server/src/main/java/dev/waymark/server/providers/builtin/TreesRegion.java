package dev.waymark.server.providers.builtin;

import java.util.function.DoubleUnaryOperator;

/** Firs along a hill: three tiers each, split down the middle into light and shade. */
final class TreesRegion implements Region {
  private static final int TIERS = 3;

  private final DoubleUnaryOperator ground;
  private final Noise noise;
  private final Ramp ramp;
  private final double spacing;
  private final double tallest;
  private final double presence;
  private final double lightSide;

  TreesRegion(
      DoubleUnaryOperator ground,
      Chance chance,
      Ramp ramp,
      double tallest,
      double presence,
      double lightSide) {
    this.ground = ground;
    this.noise = chance.noise();
    this.ramp = ramp;
    this.tallest = tallest;
    this.spacing = 0.56 * tallest;
    this.presence = presence;
    this.lightSide = lightSide;
  }

  @Override
  public double depth(double x, double y) {
    int cell = Noise.floor(x / spacing);
    double stem = stem(cell);
    if (noise.cell(cell, 2) > presence) {
      return -1;
    }
    double height = height(cell);
    double base = ground.applyAsDouble(stem) - 0.1 * height;
    double share = (base + height - y) / height;
    if (share < -0.1 || share > 1.1) {
      return -1;
    }
    double flank = (half(share, height) - Math.abs(x - stem)) * 0.92;
    return Math.min(flank, Math.min(share, 1 - share) * height);
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    int cell = Noise.floor(x / spacing);
    double side = x - stem(cell);
    double height = height(cell);
    double share = (ground.applyAsDouble(stem(cell)) + 0.9 * height - y) / height;
    double tier = Curve.clamp(share) * TIERS;
    tile.row = Math.min(TIERS - 1, (int) tier);
    tile.column = 2 * cell + (side * lightSide > 0 ? 1 : 0);
    tile.thinLead(Math.abs(side));
    if (tier > 0.9) {
      tile.thinLead(Math.abs(tier - StrictMath.rint(tier)) * height / TIERS);
    }
    double lot = noise.cell(tile.column, tile.row + 40);
    boolean lit = side * lightSide > 0;
    tile.glass(ramp, (lit ? 0.2 : 0.7) + 0.3 * (lot - 0.5), lit ? 1.1 : 0.85);
  }

  private static double half(double share, double height) {
    double tier = Math.max(0, share) * TIERS;
    int number = Math.min(TIERS - 1, (int) tier);
    return height * (0.17 * (tier - number) + 0.05 * number);
  }

  private double stem(int cell) {
    return (cell + 0.5 + 0.1 * (noise.cell(cell, 1) - 0.5)) * spacing;
  }

  private double height(int cell) {
    return tallest * (0.62 + 0.38 * noise.cell(cell, 3));
  }
}
