package dev.waymark.server.providers.builtin;

/** Develops light into bytes: soft highlights, the sRGB curve, and dither against banding. */
final class Film {
  private static final int SIZE = 4096;
  private static final double BRIGHTEST = 4;
  private static final double SHOULDER = 0.7;

  private final float[] levels = new float[SIZE + 2];

  Film() {
    for (int i = 0; i < levels.length; i++) {
      double root = (double) i / SIZE;
      levels[i] = (float) (255 * encode(rollOff(root * root * BRIGHTEST)));
    }
  }

  /** Writes red, green and blue at the offset. */
  void develop(Pixel pixel, int column, int row, byte[] line, int offset) {
    line[offset] = level(pixel.red, dither(column, row));
    line[offset + 1] = level(pixel.green, dither(column + 31, row + 17));
    line[offset + 2] = level(pixel.blue, dither(column + 59, row + 43));
  }

  private byte level(double light, double dither) {
    // Equal steps of the square root are nearly equal steps to the eye.
    double place = Math.sqrt(Math.clamp(light / BRIGHTEST, 0, 1)) * SIZE;
    int index = (int) place;
    double level = Curve.mix(levels[index], levels[index + 1], place - index);
    return (byte) Math.min(255, (int) (level + dither));
  }

  /** Jimenez' interleaved gradient noise: even, and far less grainy than random numbers. */
  private static double dither(int column, int row) {
    double inner = 0.06711056 * column + 0.00583715 * row;
    double outer = 52.9829189 * (inner - (int) inner);
    return outer - (int) outer;
  }

  private static double rollOff(double light) {
    double room = 1 - SHOULDER;
    return light < SHOULDER ? light : SHOULDER + room * (1 - Curve.decay(light - SHOULDER, room));
  }

  private static double encode(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
  }
}
