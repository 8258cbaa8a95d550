package dev.waymark.server.providers.builtin;

/** Sun or moon as a rose window: a roundel, petals around it, a corona around those. */
final class RoseRegion implements Region {
  private static final double TURN = 2 * Math.PI;
  private static final double ROUNDEL = 0.42;
  private static final double PETALS = 1.0;
  private static final double CORONA = 1.5;

  private final Spot spot;
  private final Ramp ramp;
  private final int petals;

  RoseRegion(Spot spot, Chance chance, Ramp ramp) {
    this.spot = spot;
    this.ramp = ramp;
    this.petals = 8 + 2 * chance.below(3);
  }

  @Override
  public double depth(double x, double y) {
    return CORONA * spot.radius() - spot.distance(x, y);
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    double distance = spot.distance(x, y);
    double part = distance / spot.radius();
    double angle = StrictMath.atan2(y - spot.y(), x - spot.x()) / TURN + 0.5;
    tile.thinLead(Math.abs(part - ROUNDEL) * spot.radius());
    tile.boldLead(Math.abs(part - PETALS) * spot.radius());
    if (part < ROUNDEL) {
      tile.row = 0;
      tile.column = 0;
      tile.glass(ramp, 0, 1.35);
    } else if (part < PETALS) {
      sector(angle * petals, petals, distance, tile);
      tile.row = 1;
      tile.glass(ramp, 0.16 + 0.1 * (tile.column % 2), 1.3);
    } else {
      sector(angle * 2 * petals + 0.5, 2 * petals, distance, tile);
      tile.row = 2;
      tile.glass(ramp, 0.5 + 0.35 * (tile.column % 2), 1.2);
    }
  }

  private static void sector(double place, int sectors, double distance, Tile tile) {
    int sector = Noise.floor(place);
    double across = place - sector;
    tile.column = sector % sectors;
    tile.thinLead(Math.min(across, 1 - across) * TURN / sectors * distance);
  }
}
