package dev.waymark.server.providers.builtin;

/** Rock and snow, each in the light and out of it, and the haze before them. */
record MassifColours(
    Colour litRock,
    Colour darkRock,
    Colour litSnow,
    Colour darkSnow,
    Colour haze,
    double distance) {

  static MassifColours of(Palette palette, double distance) {
    Colour sun = palette.light().toward(palette.sky().getFirst(), 0.35);
    Colour shade = palette.ambient();
    double day = 0.35 + 0.65 * Curve.clamp(1.6 * palette.sky().getFirst().lightness() - 0.5);
    return new MassifColours(
        palette.ground().toward(sun, 0.42),
        palette.ink().toward(palette.ground(), 0.4).toward(shade, 0.12),
        sun.scaled(0.95 * day),
        shade.toward(Colour.WHITE, 0.3).scaled(0.72 * day),
        palette.haze(),
        distance);
  }

  void paint(double lit, double snow, double fade, double cover, Pixel pixel) {
    double red = pixel.red;
    double green = pixel.green;
    double blue = pixel.blue;
    double light = Curve.clamp(lit);
    pixel.set(darkRock);
    pixel.blend(litRock, light);
    double underRed = pixel.red;
    double underGreen = pixel.green;
    double underBlue = pixel.blue;
    pixel.set(darkSnow);
    pixel.blend(litSnow, light);
    pixel.red = Curve.mix(underRed, pixel.red, snow);
    pixel.green = Curve.mix(underGreen, pixel.green, snow);
    pixel.blue = Curve.mix(underBlue, pixel.blue, snow);
    pixel.blend(haze, 1 - (1 - distance) * (1 - fade));
    pixel.red = Curve.mix(red, pixel.red, cover);
    pixel.green = Curve.mix(green, pixel.green, cover);
    pixel.blue = Curve.mix(blue, pixel.blue, cover);
  }
}
