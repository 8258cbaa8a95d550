package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** Composes northern lights over a silhouette. */
final class Aurora {
  private static final double[] NEARNESS = {0.0, 0.45, 0.9};
  private static final double[] BRIGHTNESS = {0.5, 0.9, 0.8};

  private Aurora() {}

  static Composition compose(Scene scene) throws InterruptedException {
    PromptReading reading = PromptReading.of(scene);
    Chance chance = Chance.of(scene);
    Frame frame = Frame.of(scene, 0.29);
    List<Colour> lights = lights(reading, chance.named("lights"));
    Palette palette = palette(reading, chance.named("palette"), lights.get(1));
    Spot spot = new Spot(chance.named("light").between(-0.5, 0.5) * frame.right(), 0.12, 0.03);
    LightField field = curtains(frame, chance, lights);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Sky(frame, palette, spot, reading.night() ? 0.05 : 0.4));
    layers.add(new Stars(frame, chance.named("stars"), reading.hour() == Hour.DAY ? 0.5 : 1));
    if (reading.weather() == Weather.STORM) {
      layers.add(new Clouds(palette, spot, chance.named("clouds"), 0.55, 0.7));
    }
    layers.add(field);
    Ground ground = new Ground(frame, reading, palette, spot, chance, new Stack(layers));
    layers.addAll(reading.land() == Land.MOUNTAINS ? ground.lakeside() : ground.layers());
    return new Composition(frame, Finish.over(layers, frame, reading, palette, chance));
  }

  private static LightField curtains(Frame frame, Chance chance, List<Colour> lights)
      throws InterruptedException {
    LightField field = new LightField(frame);
    Ramp ramp = new Ramp(lights);
    for (int i = 0; i < NEARNESS.length; i++) {
      Chance lot = chance.named("curtain " + i);
      new Curtain(frame, lot, ramp, NEARNESS[i], BRIGHTNESS[i]).hang(field);
    }
    field.bloom(0.045, 0.35);
    return field;
  }

  /** From the hem of the curtains upwards. */
  private static List<Colour> lights(PromptReading reading, Chance chance) {
    List<Tint> tints = reading.tints();
    if (tints.isEmpty()) {
      double drift = chance.between(-14, 14);
      return List.of(
          Colour.perceived(0.9, 0.16, 158 + drift),
          Colour.perceived(0.85, 0.19, 156 + drift),
          Colour.perceived(0.68, 0.13, 195 + drift),
          Colour.perceived(0.55, 0.17, 290 + drift),
          Colour.perceived(0.48, 0.18, 322 + drift));
    }
    Tint low = tints.getFirst();
    Tint high = tints.get(tints.size() > 1 ? 1 : 0);
    double turn = tints.size() > 1 ? 0 : 28;
    return List.of(
        Colour.perceived(0.88, 0.13 * low.strength(), low.hue()),
        Colour.perceived(0.76, 0.19 * low.strength(), low.hue()),
        Colour.perceived(0.62, 0.18 * low.strength(), low.hue()),
        Colour.perceived(0.54, 0.17 * high.strength(), high.hue() + turn / 2),
        Colour.perceived(0.46, 0.17 * high.strength(), high.hue() + turn));
  }

  /** The lights colour the haze; any hour is late here, the horizon alone keeps its glow. */
  private static Palette palette(PromptReading reading, Chance chance, Colour light) {
    // The curtains should outshine a storm, so the clouds stay as a fair night has them.
    Weather weather = reading.weather() == Weather.STORM ? Weather.FAIR : reading.weather();
    PromptReading night = new PromptReading(Hour.NIGHT, reading.land(), weather, List.of());
    Palette plain = Mixer.mix(night, chance);
    Palette dark =
        reading.tints().isEmpty()
            ? plain
            : plain.map(
                colour -> colour.toward(Mixer.leaning(colour, reading.tints().getLast()), 0.8));
    Palette hour = Mixer.mix(reading, chance);
    double glow = reading.night() ? 0 : 0.55;
    List<Colour> sky =
        List.of(
            dark.sky().get(0).toward(hour.sky().get(0), glow).scaled(0.75),
            dark.sky().get(1).toward(hour.sky().get(1), 0.6 * glow).scaled(0.7),
            dark.sky().get(2).toward(light, 0.06).scaled(0.8),
            dark.sky().get(3));
    Colour haze = dark.haze().toward(light, 0.3).scaled(0.17);
    Colour ground = dark.ground().toward(light, 0.15);
    return new Palette(sky, light.scaled(0.4), haze, dark.ink(), ground, dark.accent());
  }
}
