package dev.waymark.server.providers.builtin;

/** A sailing boat of three pieces: two sails and a hull. */
final class BoatRegion implements Region {
  private final Spot place;
  private final Ramp sails;
  private final Ramp hull;

  /** The spot's radius is the boat's height. */
  BoatRegion(Spot place, Ramp sails, Ramp hull) {
    this.place = place;
    this.sails = sails;
    this.hull = hull;
  }

  @Override
  public double depth(double x, double y) {
    double u = (x - place.x()) / place.radius();
    double v = (y - place.y()) / place.radius();
    return place.radius() * Math.max(body(u, v), Math.max(mainSail(u, v), jib(u, v)));
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    double u = (x - place.x()) / place.radius();
    double v = (y - place.y()) / place.radius();
    tile.column = u > 0 ? 1 : 0;
    tile.row = v < 0.2 ? 0 : Noise.floor(4 * v);
    if (body(u, v) >= 0) {
      tile.glass(hull, 0.2, 1);
    } else {
      double course = 4 * v;
      tile.thinLead(Math.abs(course - StrictMath.rint(course)) / 4 * place.radius());
      tile.glass(sails, (u > 0 ? 0.1 : 0.6) + 0.1 * (tile.row % 2), 1.2);
    }
  }

  private static double body(double u, double v) {
    return Math.min(0.2 - v, Math.min(v, 0.85 * (0.38 + 0.9 * v - Math.abs(u))));
  }

  private static double mainSail(double u, double v) {
    return Math.min(u - 0.015, Math.min(v - 0.24, 0.85 * (0.5 * (1 - v) - u)));
  }

  private static double jib(double u, double v) {
    return Math.min(-0.015 - u, Math.min(v - 0.24, 0.85 * (u + 0.45 * (0.88 - v))));
  }
}
