package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a scene asks for, as far as the painter understands it: a small vocabulary, first mention
 * wins. What the prompt leaves open is drawn by lot.
 */
record PromptReading(Hour hour, Land land, Weather weather, List<Tint> tints) {
  PromptReading {
    tints = List.copyOf(tints);
  }

  static PromptReading of(Scene scene) {
    Chance chance = Chance.of(scene).named("reading");
    List<String> words = words(scene.prompt());
    List<Weather> weathers = Vocabulary.find(words, List.of(Weather.values()));
    Hour usualHour = usualHour(scene.style(), chance.between(0, 1));
    Land usualLand = chance.happens(0.7) ? Land.MOUNTAINS : Land.FOREST;
    return new PromptReading(
        firstOr(usualHour, Vocabulary.find(words, List.of(Hour.values()))),
        firstOr(usualLand, Vocabulary.find(words, List.of(Land.values()))),
        firstOr(Weather.FAIR, weathers),
        Vocabulary.find(words, List.of(Tint.values())));
  }

  boolean night() {
    return hour == Hour.NIGHT;
  }

  private static Hour usualHour(Style style, double lot) {
    return switch (style) {
      case AURORA -> Hour.NIGHT;
      case ATLAS, MOSAIC ->
          lot < 0.3 ? Hour.DAWN : lot < 0.55 ? Hour.DAY : lot < 0.85 ? Hour.SUNSET : Hour.NIGHT;
    };
  }

  private static <T> T firstOr(T otherwise, List<T> found) {
    return found.isEmpty() ? otherwise : found.getFirst();
  }

  /** Every word, and every word without its final "s": enough for English plurals. */
  private static List<String> words(String prompt) {
    List<String> words = new ArrayList<>();
    for (String word : prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      words.add(word);
      if (word.endsWith("s")) {
        words.add(word.substring(0, word.length() - 1));
      }
    }
    return words;
  }
}
