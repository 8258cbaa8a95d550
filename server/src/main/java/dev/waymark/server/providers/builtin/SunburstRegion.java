package dev.waymark.server.providers.builtin;

/** A sky in rays around the sun, each ray cut across at its own distances. */
final class SunburstRegion implements Region {
  private static final double TURN = 2 * Math.PI;

  private final Spot spot;
  private final Noise noise;
  private final Ramp ramp;
  private final int rays;
  private final double reach;

  SunburstRegion(Frame frame, Spot spot, Chance chance, Ramp ramp) {
    this.spot = spot;
    this.noise = chance.noise();
    this.ramp = ramp;
    this.rays = 2 * (12 + chance.below(4));
    this.reach = 0.75 * StrictMath.hypot(frame.top(), frame.right());
  }

  @Override
  public double depth(double x, double y) {
    return 1;
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    double distance = spot.distance(x, y);
    double angle = StrictMath.atan2(y - spot.y(), x - spot.x()) / TURN + 0.5;
    double place = angle * rays;
    int ray = Math.min(rays - 1, Noise.floor(place));
    double start = edge(ray);
    double end = edge(ray + 1);
    if (place < start) {
      end = start;
      ray = Math.floorMod(ray - 1, rays);
    } else if (place >= end) {
      ray = Math.floorMod(ray + 1, rays);
    }
    double first = edge(ray);
    double away = Math.abs(StrictMath.IEEEremainder(place - first, rays));
    double ahead = Math.abs(StrictMath.IEEEremainder(place - edge(ray + 1), rays));
    tile.thinLead(Math.min(away, ahead) * TURN / rays * distance);
    ring(distance, ray, tile);
    double lot = noise.cell(tile.row, ray + 500);
    double share = tile.row * 0.085 / reach + 0.12 * (lot - 0.5) + (ray % 2 == 0 ? 0.05 : -0.05);
    tile.glass(ramp, share, 1.12 - 0.25 * distance / reach + (ray % 2 == 0 ? 0.06 : -0.06));
    tile.column = ray;
  }

  private void ring(double distance, int ray, Tile tile) {
    double thickness = 0.125;
    double place = distance / thickness + noise.cell(ray, 9);
    tile.row = Noise.floor(place);
    if (place < cross(tile.row, ray)) {
      tile.row--;
    } else if (place >= cross(tile.row + 1, ray)) {
      tile.row++;
    }
    double inner = place - cross(tile.row, ray);
    double outer = cross(tile.row + 1, ray) - place;
    tile.thinLead(Math.min(inner, outer) * thickness);
  }

  private double cross(int row, int ray) {
    return row + 0.5 * (noise.cell(row, ray) - 0.5);
  }

  private double edge(int ray) {
    int wrapped = ray % rays;
    return ray + 0.4 * (noise.cell(wrapped, 3) - 0.5);
  }
}
