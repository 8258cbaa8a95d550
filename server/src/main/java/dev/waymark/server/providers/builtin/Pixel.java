package dev.waymark.server.providers.builtin;

/** The light that has gathered at one point so far; one instance serves a whole picture. */
final class Pixel {
  double red;
  double green;
  double blue;

  void set(Colour colour) {
    red = colour.red();
    green = colour.green();
    blue = colour.blue();
  }

  /** Lays the colour over what is there, 0 leaving it and 1 hiding it. */
  void blend(Colour colour, double cover) {
    red += (colour.red() - red) * cover;
    green += (colour.green() - green) * cover;
    blue += (colour.blue() - blue) * cover;
  }

  void add(Colour light, double amount) {
    red += light.red() * amount;
    green += light.green() * amount;
    blue += light.blue() * amount;
  }

  void scale(double factor) {
    red *= factor;
    green *= factor;
    blue *= factor;
  }

  void filter(Colour glass) {
    red *= glass.red();
    green *= glass.green();
    blue *= glass.blue();
  }
}
