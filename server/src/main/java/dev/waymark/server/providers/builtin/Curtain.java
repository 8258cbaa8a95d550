package dev.waymark.server.providers.builtin;

/**
 * One curtain of northern light: a folded ribbon that carries rays, brightest at its lower hem.
 *
 * <p>Where the ribbon turns back on itself its light adds up, which gives the folds.
 */
final class Curtain {
  private static final double VANISHING_HEIGHT = 2.6;
  private static final int STEPS_PER_CELL = 4;

  private final Noise noise;
  private final Ramp ramp;
  private final double vanishing;
  private final double reach;
  private final double hem;
  private final double tilt;
  private final double length;
  private final double winding;
  private final double fold;
  private final double rise;
  private final double brightness;

  /** {@code near} is 0 for a low, far curtain and 1 for one high overhead. */
  Curtain(Frame frame, Chance chance, Ramp ramp, double near, double brightness) {
    this.noise = chance.noise();
    this.ramp = ramp;
    this.vanishing = chance.between(-0.2, 0.2);
    this.reach = 1.7 * frame.right() + 0.3;
    this.hem = Curve.mix(0.22, 0.5, near) * frame.top() + chance.between(-0.03, 0.03);
    this.tilt = chance.sign() * chance.between(0.06, 0.2);
    this.length = Curve.mix(0.1, 0.2, near) * (0.6 + 0.5 * frame.top());
    this.winding = Curve.mix(9, 6, near) * chance.between(0.85, 1.15);
    this.fold = chance.between(1.1, 1.7) / winding;
    this.rise = chance.sign() * Curve.mix(0.03, 0.085, near);
    this.brightness = brightness;
  }

  void hang(LightField field) throws InterruptedException {
    int steps = (int) (2 * reach / field.cell() * STEPS_PER_CELL);
    for (int step = 0; step < steps; step++) {
      if (step % 64 == 0) {
        Painter.stopIfInterrupted();
      }
      ray(field, Curve.mix(-reach, reach, (double) step / steps));
    }
  }

  private void ray(LightField field, double along) {
    double turn = winding * along + 1.5 * noise.at(0.9 * along, 0);
    double bend = StrictMath.cos(turn);
    double x = along + fold * StrictMath.sin(turn) + 0.015 * noise.at(6 * along, 3);
    // Half a turn of depth goes with each fold, so that one sees round its corners.
    double depth = rise * bend + 0.03 * noise.at(2.3 * along, 9);
    double foot = hem + tilt * along + depth + 0.07 * noise.at(0.9 * along, 7);
    // A fold seen edge-on is brighter, though not as much as geometry alone would have it.
    double speed = Math.abs(1 + fold * winding * bend) + 0.15;
    double patch = 0.05 + 0.95 * Curve.step(-0.28, 0.42, noise.sum(1.7 * along, 11, 2));
    double rays = 0.5 + 0.5 * noise.at(26 * along, 13) + 0.45 * noise.at(75 * along, 17);
    double streaks = Math.max(0.1, 0.5 + 0.5 * rays + 0.2 * noise.at(210 * along, 19));
    double height =
        length * (0.7 + 0.4 * noise.at(14 * along, 23) + 0.5 * patch * Math.max(0, rays));
    double amount = brightness * speed * patch * streaks / STEPS_PER_CELL;
    if (amount > 0.0005) {
      stroke(field, x, foot, Math.max(0.3 * length, height), amount);
    }
  }

  private void stroke(LightField field, double x, double foot, double height, double amount) {
    double cell = field.cell();
    double soft = 0.02 + 0.06 * height;
    double fall = Curve.decay(cell, height);
    double hemFall = Curve.decay(cell, 0.2 * height);
    double light = 0.4 * amount;
    double hemLight = 0.6 * amount;
    int first = Noise.floor((foot - soft) / cell);
    int last = first + (int) (4.2 * height / cell);
    for (int row = first; row <= last; row++) {
      double above = row * cell - foot;
      double lean = above / VANISHING_HEIGHT;
      double edge =
          Curve.step(-soft, soft, above) * Curve.step(last, Curve.mix(first, last, 0.5), row);
      Colour colour = ramp.at(above / (2.6 * height));
      field.add(Curve.mix(x, vanishing, lean), row, colour, (light + hemLight) * edge);
      if (above > 0) {
        light *= fall;
        hemLight *= hemFall;
      }
    }
  }
}
