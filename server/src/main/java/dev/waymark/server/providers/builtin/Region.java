package dev.waymark.server.providers.builtin;

/** One part of a stained-glass design: where it lies and how it is cut into pieces. */
interface Region {
  /** Depth inside the region in units, negative outside; exact only near the outline. */
  double depth(double x, double y);

  /** Chooses the piece for a point inside. */
  void cut(double x, double y, Tile tile);
}
