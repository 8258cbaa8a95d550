package dev.waymark.server.providers.builtin;

/** The few curves everything is shaded with; exact on every machine. */
final class Curve {
  private Curve() {}

  static double clamp(double value) {
    return value < 0 ? 0 : value > 1 ? 1 : value;
  }

  static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** An S from 0 at {@code zero} to 1 at {@code one}, level beyond; either may be the greater. */
  static double step(double zero, double one, double value) {
    double t = clamp((value - zero) / (one - zero));
    return t * t * (3 - 2 * t);
  }

  /** A bell of height 1 and the given half-width; cheaper than a Gaussian, with wider skirts. */
  static double bell(double distance, double width) {
    double t = distance / width;
    return 1 / (1 + t * t);
  }

  /** Falls from 1 at zero distance by a factor of e each {@code length}. */
  static double decay(double distance, double length) {
    return StrictMath.exp(-distance / length);
  }
}
