package dev.waymark.server.providers.builtin;

/** Smooth, repeatable irregularity: gradient noise over hashed lattice points, and its sums. */
final class Noise {
  private static final double DIAGONAL = 0.7071067811865476;
  private static final double[] GRADIENT_X = {
    1, DIAGONAL, 0, -DIAGONAL, -1, -DIAGONAL, 0, DIAGONAL
  };
  private static final double[] GRADIENT_Y = {
    0, DIAGONAL, 1, DIAGONAL, 0, -DIAGONAL, -1, -DIAGONAL
  };
  private static final double STRETCH = 1.5;

  private final int seed;

  Noise(int seed) {
    this.seed = seed;
  }

  /** One octave, about -1 to 1, zero at every lattice point. */
  double at(double x, double y) {
    int column = floor(x);
    int row = floor(y);
    double dx = x - column;
    double dy = y - row;
    double across = fade(dx);
    double low = mix(slope(column, row, dx, dy), slope(column + 1, row, dx - 1, dy), across);
    double high =
        mix(slope(column, row + 1, dx, dy - 1), slope(column + 1, row + 1, dx - 1, dy - 1), across);
    return STRETCH * mix(low, high, fade(dy));
  }

  /** Octaves of halving size and strength, about -1 to 1: clouds, meanders. */
  double sum(double x, double y, int octaves) {
    double total = 0;
    double strength = 0.5;
    double scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      total += strength * at(x * scale + octave * 17.3, y * scale - octave * 9.1);
      strength *= 0.5;
      scale *= 2.03;
    }
    return total;
  }

  /** Octaves folded into creases, 0 to 1 with sharp maxima: crests, crags. */
  double crests(double x, double y, int octaves) {
    double total = 0;
    double strength = 0.5;
    double scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      double fold = 1 - Math.abs(at(x * scale + octave * 11.7, y * scale + octave * 5.3));
      total += strength * fold * fold;
      strength *= 0.5;
      scale *= 2.11;
    }
    return total;
  }

  /** A number from 0 to 1 that belongs to the cell; neighbours have nothing in common. */
  double cell(int column, int row) {
    return (hash(column, row) >>> 8) * 0x1.0p-24;
  }

  static int floor(double value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }

  private double slope(int column, int row, double dx, double dy) {
    int direction = hash(column, row) >>> 29;
    return GRADIENT_X[direction] * dx + GRADIENT_Y[direction] * dy;
  }

  private int hash(int column, int row) {
    int mixed = seed ^ (column * 0x27D4EB2D) ^ (row * 0x165667B1);
    mixed = (mixed ^ (mixed >>> 15)) * 0x2C1B3C6D;
    mixed = (mixed ^ (mixed >>> 12)) * 0x297A2D39;
    return mixed ^ (mixed >>> 15);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
