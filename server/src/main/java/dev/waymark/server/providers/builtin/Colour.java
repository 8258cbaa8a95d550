package dev.waymark.server.providers.builtin;

/**
 * An amount of light: linear red, green and blue, 1 being white.
 *
 * <p>Light adds and multiplies here; hue, chroma and lightness are changed by way of OKLab, where
 * equal steps look equal.
 */
record Colour(double red, double green, double blue) {
  static final Colour WHITE = new Colour(1, 1, 1);
  static final Colour BLACK = new Colour(0, 0, 0);

  /** From the usual 0xRRGGBB notation. */
  static Colour hex(int rgb) {
    return new Colour(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
  }

  /** From OKLab polar coordinates; what no screen can show is cut to what it can. */
  static Colour perceived(double lightness, double chroma, double hue) {
    double angle = StrictMath.toRadians(hue);
    double a = chroma * StrictMath.cos(angle);
    double b = chroma * StrictMath.sin(angle);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Colour(
        Curve.clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        Curve.clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        Curve.clamp(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  double lightness() {
    return oklab()[0];
  }

  double chroma() {
    double[] lab = oklab();
    return Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
  }

  /** Degrees, -180 to 180. */
  double hue() {
    double[] lab = oklab();
    return StrictMath.toDegrees(StrictMath.atan2(lab[2], lab[1]));
  }

  Colour withLightness(double lightness) {
    return perceived(lightness, chroma(), hue());
  }

  Colour withChroma(double chroma) {
    return perceived(lightness(), chroma, hue());
  }

  Colour turned(double degrees) {
    return perceived(lightness(), chroma(), hue() + degrees);
  }

  Colour scaled(double factor) {
    return new Colour(red * factor, green * factor, blue * factor);
  }

  Colour times(Colour other) {
    return new Colour(red * other.red, green * other.green, blue * other.blue);
  }

  /** Straight through OKLab: no muddy middles, and no detour through other hues. */
  Colour toward(Colour other, double share) {
    double[] from = oklab();
    double[] to = other.oklab();
    double a = Curve.mix(from[1], to[1], share);
    double b = Curve.mix(from[2], to[2], share);
    double hue = StrictMath.toDegrees(StrictMath.atan2(b, a));
    return perceived(Curve.mix(from[0], to[0], share), Math.sqrt(a * a + b * b), hue);
  }

  private double[] oklab() {
    double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double linear(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
