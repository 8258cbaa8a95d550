package dev.waymark.server.providers.builtin;

/** One conifer: tiers of boughs that widen downwards, ragged, and a bit different on each side. */
record Tree(double stem, double foot, double height, double width, double tiers, Noise bark) {
  /**
   * How far the top stands above the point, in heights of the tree: 0 at the top, 1 at the foot.
   */
  double down(double y) {
    return (foot + height - y) / height;
  }

  boolean reaches(double x, double y) {
    double down = down(y);
    return down >= 0 && down <= 1.15 && Math.abs(x - stem) < 1.4 * width * down + 0.03 * height;
  }

  double cover(double x, double y, double pixelSide) {
    double dx = x - stem;
    return Curve.clamp((half(down(y), dx > 0) - Math.abs(dx)) / pixelSide + 0.5);
  }

  private double half(double down, boolean right) {
    double tier = down * tiers + (right ? 0.4 : 0);
    double within = tier - (int) tier;
    double ragged = 0.16 * bark.at(46 * down, 900 * stem + (right ? 0.5 : 0));
    return width * down * (0.55 + 0.5 * within + ragged) + 0.004 * height;
  }
}
