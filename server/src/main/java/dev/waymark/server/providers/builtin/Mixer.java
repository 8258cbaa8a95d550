package dev.waymark.server.providers.builtin;

import java.util.List;

/** Mixes a palette for a reading: the hour gives it, land and weather change it, tints lean it. */
final class Mixer {
  private static final List<Palette> DAWN =
      List.of(
          Palette.hex(
              0xFFE3B8, 0xF3B0A0, 0x9C8CC0, 0x3E4A84, 0xFFF3D6, 0xEDBBA8, 0x1B2244, 0x6C6488),
          Palette.hex(
              0xFDEBD3, 0xF2C6C0, 0x9DB8D8, 0x47709F, 0xFFF6E4, 0xE8C6C2, 0x1A3048, 0x5E7C92),
          Palette.hex(
              0xFFD9C2, 0xE99AA6, 0x84609A, 0x2A2C62, 0xFFEFD8, 0xD998A4, 0x1C1838, 0x6A4F7C));
  private static final List<Palette> DAY =
      List.of(
          Palette.hex(
              0xEAF4EE, 0xB4DBEE, 0x5FA6D8, 0x2668AC, 0xFFFBEA, 0xB6D4E4, 0x14302F, 0x5F8A66),
          Palette.hex(
              0xFBF3DC, 0xC4E3E0, 0x63B1C4, 0x256F97, 0xFFFAE0, 0xC3DDDA, 0x123034, 0x6B9270));
  private static final List<Palette> SUNSET =
      List.of(
          Palette.hex(
              0xFFC968, 0xF27D4E, 0x8F3A6F, 0x2A1C4E, 0xFFF0BE, 0xE58C5E, 0x180E26, 0x6E3350),
          Palette.hex(
              0xFFDC94, 0xF39A72, 0x6C6098, 0x1C3561, 0xFFF3CF, 0xE0A083, 0x101B31, 0x4F4A70),
          Palette.hex(
              0xFFB27A, 0xE2566A, 0x6B2C7C, 0x1E1546, 0xFFE6C4, 0xD06A78, 0x150C2A, 0x5C2A62));
  private static final List<Palette> NIGHT =
      List.of(
          Palette.hex(
              0x4C7796, 0x23466E, 0x112349, 0x060B20, 0xF6F2DE, 0x36597C, 0x040911, 0x22405A),
          Palette.hex(
              0x5E6BA0, 0x343A78, 0x1A1C4C, 0x090A22, 0xF7EEDF, 0x434A82, 0x060713, 0x2E3260));

  private Mixer() {}

  static Palette mix(PromptReading reading, Chance chance) {
    List<Palette> choices =
        switch (reading.hour()) {
          case DAWN -> DAWN;
          case DAY -> DAY;
          case SUNSET -> SUNSET;
          case NIGHT -> NIGHT;
        };
    Palette chosen = choices.get(chance.below(choices.size()));
    double drift = chance.between(-9, 9);
    Palette palette = onLand(chosen.map(colour -> colour.turned(drift)), reading);
    return tinted(inWeather(palette, reading.weather()), reading.tints());
  }

  private static Palette onLand(Palette palette, PromptReading reading) {
    return switch (reading.land()) {
      case MOUNTAINS, OCEAN, CITY -> palette;
      case FOREST ->
          palette.withGround(
              palette.ground().toward(Colour.hex(0x3F7A4C), reading.night() ? 0.2 : 0.6),
              palette.ink().toward(Colour.hex(0x0C2419), reading.night() ? 0.2 : 0.5));
      case DESERT ->
          palette.withGround(
              palette.ground().toward(Colour.hex(0xD98B4E), reading.night() ? 0.25 : 0.75),
              palette.ink().toward(Colour.hex(0x4A1D16), reading.night() ? 0.2 : 0.7));
    };
  }

  private static Palette inWeather(Palette palette, Weather weather) {
    return switch (weather) {
      case FAIR -> palette;
      case SNOW ->
          palette.map(colour ->
              colour
                  .withChroma(colour.chroma() * 0.72)
                  .toward(Colour.WHITE, 0.1 * colour.lightness()));
      case STORM ->
          palette.map(colour ->
              colour.withChroma(colour.chroma() * 0.7).withLightness(colour.lightness() * 0.57));
    };
  }

  /** The first tint takes the picture, the second its light and lamps. */
  private static Palette tinted(Palette palette, List<Tint> tints) {
    if (tints.isEmpty()) {
      return palette;
    }
    Palette leaning = palette.map(colour -> leaning(colour, tints.getFirst()));
    return tints.size() < 2
        ? leaning
        : leaning.withAccents(colour -> leaning(colour, tints.get(1)));
  }

  /** Keeps a sixth of the way to the old hue, so that a tinted picture is not of one colour. */
  static Colour leaning(Colour colour, Tint tint) {
    double away = StrictMath.IEEEremainder(colour.hue() - tint.hue(), 360);
    // The brightest and darkest colours have no room for chroma; the middle gets a little more.
    double room = 4 * colour.lightness() * (1 - colour.lightness());
    double chroma = Math.max(colour.chroma(), 0.03 + 0.09 * room) * tint.strength();
    return Colour.perceived(colour.lightness(), chroma, tint.hue() + away / 6);
  }
}
