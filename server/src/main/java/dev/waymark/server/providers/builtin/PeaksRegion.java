package dev.waymark.server.providers.builtin;

/** Mountains as facets: a lit and a shaded flank, and a cap of snow with a ragged hem. */
final class PeaksRegion implements Region {
  private final double[] tips;
  private final double[] heights;
  private final double[] slopes;
  private final double lightSide;
  private final double snow;
  private final Noise noise;
  private final Ramp rock;
  private final Ramp cap;

  /** {@code snow} is how far the cap reaches down, as a share of a peak's height. */
  PeaksRegion(Frame frame, Chance chance, double lightSide, double snow, Ramp rock, Ramp cap) {
    this.noise = chance.noise();
    this.lightSide = lightSide;
    this.snow = snow;
    this.rock = rock;
    this.cap = cap;
    int count = Math.max(3, (int) (2 * frame.right() / 0.3));
    this.tips = new double[count];
    this.heights = new double[count];
    this.slopes = new double[count];
    int highest = chance.below(count);
    for (int i = 0; i < count; i++) {
      tips[i] = Curve.mix(-frame.right(), frame.right(), (i + chance.between(0.25, 0.75)) / count);
      heights[i] = i == highest ? chance.between(0.34, 0.4) : chance.between(0.17, 0.29);
      slopes[i] = chance.between(0.95, 1.35);
    }
  }

  private double tent(int peak, double x) {
    return heights[peak] - slopes[peak] * Math.abs(x - tips[peak]);
  }

  private int peakAt(double x) {
    int peak = 0;
    for (int i = 1; i < tips.length; i++) {
      peak = tent(i, x) > tent(peak, x) ? i : peak;
    }
    return peak;
  }

  @Override
  public double depth(double x, double y) {
    int peak = peakAt(x);
    return (tent(peak, x) - y) / Math.sqrt(1 + slopes[peak] * slopes[peak]);
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    int peak = peakAt(x);
    double top = tent(peak, x);
    for (int i = 0; i < tips.length; i++) {
      if (i != peak) {
        tile.thinLead((top - tent(i, x)) / (slopes[i] + slopes[peak]));
      }
    }
    double below = heights[peak] - y;
    double ridge =
        tips[peak] + 0.1 * below * zigzag(below / 0.07 + peak) + 0.03 * (peak % 3 - 1) * below;
    double side = x - ridge;
    tile.thinLead(Math.abs(side) * 0.95);
    boolean lit = side * lightSide > 0;
    double hem =
        snow * heights[peak]
            + 0.035 * zigzag(side / 0.045) * (0.8 + 0.7 * noise.at(8 * side, peak + 0.5));
    boolean snowy = below < hem;
    tile.thinLead(Math.abs(below - hem) * 0.33);
    double slanted = below - 0.45 * Math.abs(side);
    double course = slanted / 0.088;
    tile.row = snowy ? -1 : Noise.floor(course);
    tile.column = 2 * peak + (lit ? 1 : 0);
    if (!snowy) {
      double up = course - tile.row;
      tile.thinLead(Math.min(up, 1 - up) * 0.088 * 0.9);
    }
    double lot = noise.cell(tile.column, tile.row);
    double share = (lit ? 0.15 : 0.66) + 0.3 * (lot - 0.5);
    tile.glass(snowy ? cap : rock, share, (lit ? 1.12 : 0.9) + 0.1 * lot);
  }

  /** A triangle wave between -1 and 1. */
  private static double zigzag(double place) {
    double within = place - Noise.floor(place);
    return 4 * Math.abs(within - 0.5) - 1;
  }
}
