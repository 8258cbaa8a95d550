package dev.waymark.server.providers.builtin;

/** The great peaks: each has a lit and a shaded flank, rock ribs, and snow where it is high. */
final class Massif implements Layer {
  private static final double MEANDER = 0.05;

  private final Profile crest;
  private final Peak[] peaks;
  private final Noise noise;
  private final MassifColours colours;
  private final double lightSide;
  private final double snowLine;
  private final double foot;

  private record Peak(double x, double height, double slope, int number) {
    double at(double from) {
      return height - slope * Math.abs(from - x);
    }
  }

  Massif(Frame frame, Chance chance, MassifColours colours, double lightSide, double snowLine) {
    this.noise = chance.noise();
    this.colours = colours;
    this.lightSide = lightSide;
    this.snowLine = snowLine;
    this.peaks = peaks(frame, chance);
    this.crest = new Profile(frame, this::height);
    this.foot = 0.17;
  }

  private static Peak[] peaks(Frame frame, Chance chance) {
    double reach = frame.right() + 0.1;
    int count = Math.max(3, (int) (reach * 2 / 0.26));
    double summit = chance.between(0.25, 0.4) * chance.sign() * reach;
    Peak[] peaks = new Peak[count + 1];
    peaks[0] = new Peak(summit, chance.between(0.3, 0.35), chance.between(0.85, 1.1), 0);
    for (int i = 1; i <= count; i++) {
      double x = Curve.mix(-reach, reach, (i - chance.between(0.2, 0.8)) / count);
      double height = chance.between(0.12, 0.27);
      peaks[i] = new Peak(x, height, chance.between(0.6, 1.0), i);
    }
    return peaks;
  }

  private double height(double x) {
    double tent = highest(x, 0).at(x);
    double rough = 0.045 * noise.sum(7 * x, 3, 3) + 0.022 * (noise.crests(19 * x, 8, 4) - 0.5);
    return Math.max(0.02, tent + rough);
  }

  private Peak highest(double x, double shift) {
    Peak highest = peaks[0];
    for (Peak peak : peaks) {
      if (peak.at(x + shift) > highest.at(x + shift)) {
        highest = peak;
      }
    }
    return highest;
  }

  @Override
  public boolean covers(double x, double y) {
    return y < crest.highest() && crest.cover(x, y) >= 1;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    if (y > crest.highest() + 0.01) {
      return;
    }
    double cover = crest.cover(x, y);
    if (cover <= 0) {
      return;
    }
    double ribs = noise.sum(9 * x + 40, 7 * y, 3);
    double lit = lit(x, y, ribs);
    double grain = noise.crests(16 * x + 9 * y * lightSide, 11 * y - 4 * x, 3);
    double level = snowLine + 0.09 * noise.sum(5 * x, 5 * y + 50, 2) - 0.07 * (grain - 0.5);
    double snow = Curve.step(-0.012, 0.018, y - level + 0.02 * (lit - 0.5));
    double fade = 0.8 * Curve.step(foot, 0, y);
    colours.paint(lit * (0.72 + 0.5 * (grain - 0.4)), snow, fade, cover, pixel);
  }

  /** A flank ends at the ridge line that runs down from its summit, wandering as it descends. */
  private double lit(double x, double y, double ribs) {
    Peak peak = highest(x, 0.045 * ribs);
    double below = peak.height() - y;
    double wander = MEANDER * noise.at(9 * y, 13.5 * peak.number()) * Math.min(1, 9 * below);
    double side = (x - peak.x() - wander) * lightSide + 0.3 * ribs * Math.min(0.4, below + 0.03);
    return Curve.step(-0.008, 0.012, side);
  }
}
