package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** Composes the layered landscape. */
final class Atlas {
  private Atlas() {}

  static Composition compose(Scene scene) {
    PromptReading reading = PromptReading.of(scene);
    Chance chance = Chance.of(scene);
    Frame frame = Frame.of(scene, horizon(reading.land()));
    Palette palette = Mixer.mix(reading, chance.named("palette"));
    Spot spot = spot(frame, reading, chance.named("light"));
    List<Layer> layers = new ArrayList<>(heavens(frame, reading, palette, spot, chance));
    layers.addAll(new Ground(frame, reading, palette, spot, chance, new Stack(layers)).layers());
    return new Composition(frame, Finish.over(layers, frame, reading, palette, chance));
  }

  private static double horizon(Land land) {
    return switch (land) {
      case MOUNTAINS, FOREST -> 0.34;
      case OCEAN -> 0.42;
      case DESERT -> 0.4;
      case CITY -> 0.3;
    };
  }

  private static Spot spot(Frame frame, PromptReading reading, Chance chance) {
    double x = chance.sign() * chance.between(0.08, 0.55) * frame.right();
    double height =
        switch (reading.hour()) {
          case DAWN, SUNSET -> chance.between(0.16, 0.3);
          case DAY -> chance.between(0.55, 0.75);
          case NIGHT -> chance.between(0.5, 0.75);
        };
    double radius =
        reading.hour() == Hour.DAY || reading.night() ? 0.043 : chance.between(0.05, 0.068);
    return new Spot(x, height * Math.min(frame.top(), 0.9) + 0.05, radius);
  }

  private static List<Layer> heavens(
      Frame frame, PromptReading reading, Palette palette, Spot spot, Chance chance) {
    boolean storm = reading.weather() == Weather.STORM;
    List<Layer> layers = new ArrayList<>();
    layers.add(new Sky(frame, palette, spot, storm ? 0.35 : reading.night() ? 0.45 : 1));
    if (reading.night() && !storm) {
      layers.add(new Stars(frame, chance.named("stars"), 1));
      layers.add(new Moon(frame, spot, palette, chance.named("moon")));
    } else if (!storm) {
      layers.add(new Sun(frame, spot, palette));
    }
    double amount = storm ? 0.95 : chance.named("clouds").between(0.3, 0.62);
    double opacity = storm ? 0.95 : reading.night() ? 0.4 : 0.85;
    layers.add(new Clouds(palette, spot, chance.named("clouds"), amount, opacity));
    if (storm) {
      layers.add(new Lightning(frame, chance.named("lightning")));
    }
    return layers;
  }
}
