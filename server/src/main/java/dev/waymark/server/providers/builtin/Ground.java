package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** The lower half of a landscape, from the far ridges to the near bank. */
record Ground(
    Frame frame, PromptReading reading, Palette palette, Spot spot, Chance chance, Stack heavens) {

  List<Layer> layers() {
    return switch (reading.land()) {
      case MOUNTAINS -> mountains();
      case FOREST -> forest();
      case OCEAN -> ocean();
      case DESERT -> desert();
      case CITY -> city();
    };
  }

  private List<Layer> mountains() {
    List<Layer> layers = new ArrayList<>();
    layers.add(ridge("far", 0.105, 0.09, 2.6, 0.02));
    double lightSide = spot.x() < 0 ? -1 : 1;
    double snowLine = reading.weather() == Weather.SNOW ? -0.02 : 0.19;
    layers.add(
        new Massif(
            frame, chance.named("peaks"), MassifColours.of(palette, 0.12), lightSide, snowLine));
    layers.add(new Mist(mist(), chance.named("high mist"), 0.05, 0.05, 0.8));
    layers.add(pines("far pines", hills("far pines", 0.045, 0.035, 2.2), 0.022, 0.5));
    layers.add(new Mist(mist(), chance.named("low mist"), 0.012, 0.03, 0.75));
    layers.add(pines("shore", hills("shore", 0.012, 0.02, 1.7), 0.04, 0.25));
    layers.add(new Mist(mist(), chance.named("shore mist"), -0.002, 0.012, 0.7));
    layers.add(water(layers, 0.1));
    layers.add(nearBank());
    return layers;
  }

  /** Low ridges instead of peaks, for skies that are the subject themselves. */
  List<Layer> lakeside() {
    List<Layer> layers = new ArrayList<>();
    layers.add(ridge("far", 0.1, 0.09, 1.8, 0));
    layers.add(ridge("middle", 0.05, 0.06, 2.6, 0));
    layers.add(new Mist(mist(), chance.named("low mist"), 0.01, 0.03, 0.6));
    layers.add(pines("shore", hills("shore", 0.012, 0.02, 1.7), 0.045, 0.1));
    layers.add(new Mist(mist(), chance.named("shore mist"), -0.002, 0.012, 0.6));
    layers.add(water(layers, 0.08));
    layers.add(nearBank());
    return layers;
  }

  private List<Layer> forest() {
    List<Layer> layers = new ArrayList<>();
    layers.add(ridge("far", 0.2, 0.1, 1.9, 0.05));
    int rows = 7;
    for (int row = 0; row < rows; row++) {
      double near = (row + 1.0) / rows;
      double height = Curve.mix(0.11, 0.75 * frame.bottom(), near * near * 0.6 + near * 0.4);
      String name = "stand " + row;
      double tallest = Curve.mix(0.045, 0.3, near * near);
      layers.add(pines(name, hills(name, height, 0.05, 1.6), tallest, 0.8 * (1 - near)));
      if (row < rows - 1) {
        double low = height - Curve.mix(0.01, 0.04, near);
        double thick = Curve.mix(0.035, 0.07, near);
        layers.add(new Mist(mist(), chance.named(name + " mist"), low, thick, 0.7 - 0.5 * near));
      }
    }
    return layers;
  }

  private List<Layer> ocean() {
    List<Layer> layers = new ArrayList<>();
    double islandX = -0.6 * spot.x();
    Noise noise = chance.named("island").noise();
    Profile island =
        new Profile(
            frame,
            x -> 0.1 * Curve.bell(x - islandX, 0.13) + 0.028 * noise.sum(9 * x, 1, 5) - 0.042);
    layers.add(new Ridge(island, tone(0.5), tone(0.75), -0.01));
    layers.add(new Mist(mist(), chance.named("sea mist"), 0, 0.02, 0.8));
    layers.add(new Boat(frame, palette, chance.named("boat"), -0.25 * spot.x()));
    layers.add(water(layers, reading.weather() == Weather.STORM ? 1 : 0.62));
    return layers;
  }

  private List<Layer> desert() {
    List<Layer> layers = new ArrayList<>();
    layers.add(ridge("far", 0.08, 0.05, 2.2, 0));
    layers.add(new Mist(mist(), chance.named("dust"), 0.02, 0.05, 0.7));
    int rows = 6;
    for (int row = 0; row < rows; row++) {
      double near = (double) row / (rows - 1);
      layers.add(Dune.at(frame, palette, spot, chance.named("dune " + row), near));
    }
    return layers;
  }

  private List<Layer> city() {
    List<Layer> layers = new ArrayList<>();
    layers.add(ridge("far", 0.07, 0.05, 2.2, 0));
    for (int row = 0; row < 3; row++) {
      double distance = 0.75 - 0.3 * row;
      layers.add(
          new Skyline(frame, reading.hour(), palette, chance.named("blocks " + row), distance));
      layers.add(new Mist(mist(), chance.named("smog " + row), 0.01, 0.05, 0.55 - 0.15 * row));
    }
    layers.add(water(layers, 0.3));
    return layers;
  }

  private Layer water(List<Layer> behind, double roughness) {
    List<Layer> mirrored = new ArrayList<>();
    mirrored.add(heavens);
    mirrored.addAll(behind);
    return new Water(frame, new Stack(mirrored), palette, spot, chance.named("water"), roughness);
  }

  private Layer nearBank() {
    Noise noise = chance.named("bank").noise();
    double side = -Math.signum(spot.x());
    double reach = frame.right();
    Profile bank =
        new Profile(
            frame,
            x -> {
              double near = Curve.step(-0.25, 1.0, side * x / reach);
              double far = Curve.step(0.75, 1.15, -side * x / reach);
              return Curve.mix(1.25, 0.3, near + 0.7 * far) * frame.bottom()
                  + 0.03 * noise.sum(5 * x, 0, 4);
            });
    return new Pines(
        frame,
        bank,
        chance.named("bank pines"),
        0.3,
        x -> 0.75 * Curve.step(0.25, 0.8, side * x / reach),
        new PineColours(tone(0.06), tone(0), soil(0)));
  }

  private Ridge ridge(String name, double height, double swing, double pace, double foot) {
    Noise noise = chance.named(name).noise();
    Profile crest =
        new Profile(
            frame,
            x ->
                height
                    + swing * noise.sum(pace * x, 0, 3)
                    + 0.5 * swing * (noise.crests(3 * pace * x, 9, 4) - 0.5));
    return new Ridge(crest, tone(0.72), tone(0.97), foot);
  }

  private Layer pines(String name, Profile hills, double tallest, double distance) {
    Colour shade = tone(distance * 1.3 + 0.05);
    PineColours colours = new PineColours(tone(distance), shade, soil(distance * 1.3 + 0.05));
    return new Pines(frame, hills, chance.named(name), tallest, x -> 0.85, colours);
  }

  private Profile hills(String name, double height, double swing, double pace) {
    Noise noise = chance.named(name).noise();
    return new Profile(frame, x -> height + swing * noise.sum(pace * x, 20, 4));
  }

  /** From the nearest shadow, 0, to what distance fades to, 1. */
  private Colour tone(double distance) {
    Colour ink = palette.ink();
    if (reading.weather() == Weather.SNOW) {
      ink = ink.toward(palette.haze(), 0.16);
    }
    return ink.toward(palette.haze(), Curve.clamp(distance));
  }

  private Colour soil(double distance) {
    Colour bare = tone(distance);
    return reading.weather() == Weather.SNOW
        ? bare.toward(palette.ambient().toward(Colour.WHITE, 0.35), reading.night() ? 0.35 : 0.75)
        : bare;
  }

  private Colour mist() {
    return palette.haze().toward(palette.sky().getFirst(), 0.35);
  }
}
