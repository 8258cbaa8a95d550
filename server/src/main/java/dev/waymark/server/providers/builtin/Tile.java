package dev.waymark.server.providers.builtin;

/** What the search for a piece of glass finds; one instance serves a whole window. */
final class Tile {
  /** The piece's glass: a ramp, a place on it, and how much light comes through. */
  Ramp ramp;

  double share;
  double light;

  /** The piece's number, for its own small differences. */
  int column;

  int row;

  /** How far the nearest thin lead and the nearest bold one are, in units. */
  double thin;

  double bold;

  Tile(Ramp ramp) {
    this.ramp = ramp;
    reset();
  }

  void reset() {
    share = 0.5;
    light = 1;
    thin = 1;
    bold = 1;
  }

  void glass(Ramp chosen, double place, double brightness) {
    ramp = chosen;
    share = place;
    light = brightness;
  }

  void thinLead(double distance) {
    thin = Math.min(thin, distance);
  }

  void boldLead(double distance) {
    bold = Math.min(bold, distance);
  }
}
