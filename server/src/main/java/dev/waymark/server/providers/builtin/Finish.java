package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** What falls between the view and the eye: snow, rain, and the darkening of the corners. */
final class Finish {
  private Finish() {}

  static Layer over(
      List<Layer> view, Frame frame, PromptReading reading, Palette palette, Chance chance) {
    List<Layer> layers = new ArrayList<>(view);
    switch (reading.weather()) {
      case FAIR -> {}
      case SNOW -> layers.add(new Snowfall(frame, palette, chance.named("snowfall")));
      case STORM -> layers.add(new Rain(frame, palette, chance.named("rain")));
    }
    layers.add(new Vignette(frame));
    return new Stack(layers);
  }
}
