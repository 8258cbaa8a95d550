package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Composes the view as a stained-glass window. */
final class Mosaic {
  private final Frame frame;
  private final PromptReading reading;
  private final Chance chance;
  private final Palette palette;
  private final Spot spot;
  private final Ramp light;
  private final double lightSide;

  private Mosaic(Scene scene) {
    reading = PromptReading.of(scene);
    chance = Chance.of(scene);
    frame = Frame.of(scene, reading.land() == Land.OCEAN ? 0.46 : 0.38);
    palette = Mixer.mix(reading, chance.named("palette")).map(Mosaic::vivid);
    Chance lot = chance.named("light");
    double side = lot.sign();
    double height = lot.between(0.5, 0.62) * Math.min(frame.top(), 0.9);
    spot = new Spot(side * lot.between(0.1, 0.45) * frame.right(), height, lot.between(0.07, 0.09));
    lightSide = side;
    light = new Ramp(palette.light(), palette.accent(), palette.sky().getFirst());
  }

  static Composition compose(Scene scene) {
    Mosaic mosaic = new Mosaic(scene);
    Glass glass =
        new Glass(
            mosaic.frame,
            mosaic.regions(),
            mosaic.chance.named("glass"),
            mosaic.spot,
            mosaic.light);
    return new Composition(mosaic.frame, new Stack(List.of(glass, new Vignette(mosaic.frame))));
  }

  /** Glass has more colour and less darkness than air. */
  private static Colour vivid(Colour colour) {
    double lightness = Curve.mix(colour.lightness(), 0.62, 0.3);
    return Colour.perceived(
        lightness, Math.min(0.19, 1.45 * colour.chroma() + 0.015), colour.hue());
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    Ramp ink = new Ramp(palette.ink(), palette.sky().getLast());
    regions.add(new BorderRegion(frame, chance.named("border"), ink, light));
    switch (reading.land()) {
      case MOUNTAINS -> mountains(regions);
      case FOREST -> forest(regions);
      case OCEAN -> ocean(regions);
      case DESERT -> desert(regions);
      case CITY -> city(regions);
    }
    regions.add(new RoseRegion(spot, chance.named("rose"), light));
    Ramp sky = new Ramp(palette.sky());
    regions.add(
        reading.night()
            ? new SwirlRegion(frame, spot, chance.named("sky"), sky, light)
            : new SunburstRegion(frame, spot, chance.named("sky"), sky));
    return regions;
  }

  private void mountains(List<Region> regions) {
    DoubleUnaryOperator bank = hill("bank", 0.72 * frame.bottom(), 0.1, 1.3);
    regions.add(trees("bank trees", bank, 0.3, 0.4));
    regions.add(hill("bank", bank, meadow(0.55)));
    regions.add(lake(-0.06, 0.02));
    DoubleUnaryOperator shore = hill("shore", 0.0, 0.06, 1.9);
    regions.add(trees("shore trees", shore, 0.12, 0.6));
    regions.add(hill("shore", shore, meadow(0.2)));
    double snow = reading.weather() == Weather.SNOW ? 0.75 : 0.36;
    Ramp rock =
        new Ramp(palette.ground().toward(palette.light(), 0.35), palette.ground(), palette.ink());
    Ramp cap =
        new Ramp(palette.light().withLightness(0.97), palette.sky().get(1).withLightness(0.8));
    regions.add(new PeaksRegion(frame, chance.named("peaks"), lightSide, snow, rock, cap));
  }

  private void forest(List<Region> regions) {
    for (int row = 4; row >= 0; row--) {
      double near = row / 4.0;
      DoubleUnaryOperator hill =
          hill("hill " + row, Curve.mix(0.1, 0.7 * frame.bottom(), near), 0.09, 1.4);
      regions.add(trees("trees " + row, hill, Curve.mix(0.16, 0.34, near), 0.75));
      regions.add(hill("hill " + row, hill, meadow(near)));
    }
  }

  private void ocean(List<Region> regions) {
    Spot boat = new Spot(-0.7 * spot.x(), -0.07, chance.named("boat").between(0.3, 0.36));
    Ramp sails = new Ramp(palette.light(), palette.accent(), palette.sky().getFirst());
    Ramp hull = new Ramp(palette.ink(), palette.ground());
    regions.add(new BoatRegion(boat, sails, hull));
    regions.add(lake(0, 0.05));
  }

  private void desert(List<Region> regions) {
    for (int row = 5; row >= 0; row--) {
      double near = row / 5.0;
      double height = Curve.mix(0.06, 0.72 * frame.bottom(), near);
      regions.add(
          hill("dune " + row, hill("dune " + row, height, 0.14, 1.3), meadow(0.25 + 0.6 * near)));
    }
  }

  private void city(List<Region> regions) {
    regions.add(lake(-0.03, 0.02));
    double lights = reading.hour() == Hour.DAY ? 0.08 : reading.night() ? 0.4 : 0.25;
    for (int row = 0; row < 2; row++) {
      Ramp walls =
          new Ramp(
              palette.ink().toward(palette.haze(), 0.15 + 0.4 * row),
              palette.ground().toward(palette.haze(), 0.3 * row),
              palette.sky().getLast());
      Chance lot = chance.named("towers " + row);
      regions.add(new TowersRegion(lot, walls, light, 0.1, 0.3 + 0.2 * row, lights));
    }
  }

  private LakeRegion lake(double level, double swell) {
    Ramp water =
        new Ramp(
            palette.sky().get(1),
            palette.sky().get(2),
            palette.sky().getLast(),
            palette.ink().toward(palette.sky().getLast(), 0.5));
    return new LakeRegion(spot, chance.named("lake"), water, light, level, swell);
  }

  private HillRegion hill(String name, DoubleUnaryOperator outline, Ramp ramp) {
    return new HillRegion(outline, new Bricks(chance.named(name + " cut"), 0.15, 0.068), ramp);
  }

  private DoubleUnaryOperator hill(String name, double height, double swing, double pace) {
    Noise noise = chance.named(name).noise();
    return new Profile(frame, x -> height + swing * noise.sum(pace * x, 5, 2))::at;
  }

  private TreesRegion trees(
      String name, DoubleUnaryOperator hill, double tallest, double presence) {
    Ramp needles =
        new Ramp(
            reading.tints().isEmpty()
                ? Colour.hex(0x3FA35F).withLightness(0.28 + 0.5 * palette.ground().lightness())
                : palette.ground(),
            palette.ink().toward(palette.ground(), 0.2));
    return new TreesRegion(hill, chance.named(name), needles, tallest, presence, lightSide);
  }

  /** Land in the light, from far, 0, to near, 1. */
  private Ramp meadow(double near) {
    Colour far = palette.ground().toward(palette.haze(), 0.55 * (1 - near));
    Colour lit = far.toward(palette.light(), 0.3);
    return new Ramp(
        reading.weather() == Weather.SNOW ? lit.toward(Colour.WHITE, 0.6) : lit,
        far,
        far.toward(palette.ink(), 0.35 + 0.4 * near));
  }
}
