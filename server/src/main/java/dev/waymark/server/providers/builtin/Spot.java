package dev.waymark.server.providers.builtin;

/** A round thing's place in the frame. */
record Spot(double x, double y, double radius) {
  double distance(double fromX, double fromY) {
    double dx = fromX - x;
    double dy = fromY - y;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
