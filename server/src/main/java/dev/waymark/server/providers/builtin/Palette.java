package dev.waymark.server.providers.builtin;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The colours of one picture.
 *
 * @param sky from the horizon to the zenith
 * @param light of the sun or moon
 * @param haze what distance fades to
 * @param ink the nearest shadows
 * @param ground sunlit land nearby
 * @param accent lamps, sails and glints
 */
record Palette(
    List<Colour> sky, Colour light, Colour haze, Colour ink, Colour ground, Colour accent) {
  Palette {
    sky = List.copyOf(sky);
  }

  /** In the order of the components, the sky from the horizon up. */
  static Palette hex(
      int horizon, int low, int high, int zenith, int light, int haze, int ink, int ground) {
    return new Palette(
        List.of(Colour.hex(horizon), Colour.hex(low), Colour.hex(high), Colour.hex(zenith)),
        Colour.hex(light),
        Colour.hex(haze),
        Colour.hex(ink),
        Colour.hex(ground),
        Colour.hex(0xFFC36B));
  }

  Palette map(UnaryOperator<Colour> change) {
    return new Palette(
        sky.stream().map(change).toList(),
        change.apply(light),
        change.apply(haze),
        change.apply(ink),
        change.apply(ground),
        change.apply(accent));
  }

  Palette withGround(Colour land, Colour shadow) {
    return new Palette(sky, light, haze, shadow, land, accent);
  }

  Palette withAccents(UnaryOperator<Colour> change) {
    return new Palette(sky, change.apply(light), haze, ink, ground, change.apply(accent));
  }

  /** The colour that lights the shadows: the middle of the sky. */
  Colour ambient() {
    return sky.get(1).toward(sky.get(2), 0.5);
  }
}
