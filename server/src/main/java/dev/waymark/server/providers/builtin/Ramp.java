package dev.waymark.server.providers.builtin;

import java.util.List;

/** Evenly spaced colour stops with every shade between them worked out beforehand. */
final class Ramp {
  private static final int SHADES = 512;

  private final Colour[] shades = new Colour[SHADES + 1];

  /** Needs two stops or more. */
  Ramp(List<Colour> stops) {
    for (int i = 0; i <= SHADES; i++) {
      double place = (double) i / SHADES * (stops.size() - 1);
      int stop = Math.min((int) place, stops.size() - 2);
      shades[i] = stops.get(stop).toward(stops.get(stop + 1), place - stop);
    }
  }

  Ramp(Colour... stops) {
    this(List.of(stops));
  }

  /** The nearest shade, for work outside the pixel loop. */
  Colour at(double share) {
    return shades[(int) StrictMath.rint(Curve.clamp(share) * SHADES)];
  }

  /** Blends between neighbouring shades, so that a 4096-pixel sky shows no bands. */
  void fill(double share, Pixel pixel) {
    double place = Curve.clamp(share) * SHADES;
    int shade = Math.min((int) place, SHADES - 1);
    pixel.set(shades[shade]);
    pixel.blend(shades[shade + 1], place - shade);
  }
}
