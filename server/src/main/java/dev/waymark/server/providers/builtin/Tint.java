package dev.waymark.server.providers.builtin;

/** A colour the whole picture leans to: a hue in degrees, and how much of it there is. */
enum Tint implements Vocabulary {
  RED(27, 1, "red crimson scarlet ruby vermilion blood"),
  ORANGE(55, 1, "orange amber copper rust tangerine"),
  YELLOW(92, 1, "yellow gold lemon ochre"),
  GREEN(147, 1, "green emerald jade olive moss lime"),
  TEAL(193, 1, "teal cyan turquoise aqua"),
  BLUE(257, 1, "blue azure navy sapphire cobalt indigo"),
  PURPLE(306, 1, "purple violet lavender lilac amethyst"),
  PINK(352, 1, "pink magenta rose fuchsia coral"),
  GREY(250, 0, "grey gray monochrome silver ink charcoal");

  private final double hue;
  private final double strength;
  private final String words;

  Tint(double hue, double strength, String words) {
    this.hue = hue;
    this.strength = strength;
    this.words = words;
  }

  double hue() {
    return hue;
  }

  /** 0 takes colour away, 1 leaves it. */
  double strength() {
    return strength;
  }

  @Override
  public String words() {
    return words;
  }
}
