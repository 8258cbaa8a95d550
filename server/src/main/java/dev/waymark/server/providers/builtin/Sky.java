package dev.waymark.server.providers.builtin;

/** The open sky, and the glow of sun or moon in it. */
final class Sky implements Layer {
  private static final double GAMMA_NEAR_HORIZON = 0.82;

  private final Ramp ramp;
  private final Spot spot;
  private final Colour glow;
  private final double strength;
  private final double[] elevations;
  private final double top;

  Sky(Frame frame, Palette palette, Spot spot, double strength) {
    this.ramp = new Ramp(palette.sky());
    this.spot = spot;
    this.glow = palette.light().toward(palette.sky().getFirst(), 0.7);
    this.strength = strength;
    this.top = frame.top();
    this.elevations = new double[1025];
    for (int i = 0; i < elevations.length; i++) {
      elevations[i] = StrictMath.pow(i / 1024.0, GAMMA_NEAR_HORIZON);
    }
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    ramp.fill(elevation(y / top), pixel);
    double distance = spot.distance(x, y);
    pixel.add(glow, strength * (0.2 * wide(distance) + 0.5 * inner(distance)));
  }

  private double wide(double distance) {
    double bell = Curve.bell(distance, 0.3);
    return bell * bell;
  }

  private double inner(double distance) {
    double bell = Curve.bell(distance, 1.25 * spot.radius());
    return bell * bell;
  }

  private double elevation(double share) {
    double place = Curve.clamp(share) * (elevations.length - 2);
    int index = (int) place;
    return Curve.mix(elevations[index], elevations[index + 1], place - index);
  }

  @Override
  public boolean covers(double x, double y) {
    return true;
  }
}
