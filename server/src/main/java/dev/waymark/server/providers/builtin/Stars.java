package dev.waymark.server.providers.builtin;

/** Stars of three sizes, denser along a faint galactic band. */
final class Stars implements Layer {
  private static final double[] CELLS = {0.011, 0.026, 0.075};
  private static final double[] RADII = {0.00055, 0.0009, 0.0015};
  private static final Colour WARM = Colour.hex(0xFFE2C0);
  private static final Colour COLD = Colour.hex(0xCFE0FF);
  private static final Colour BAND = Colour.hex(0x8FA0D8);

  private static final double PRESENCE = 0.4;

  private final Noise noise;
  private final double smallest;
  private final double brightness;
  private final double tilt;
  private final double offset;

  Stars(Frame frame, Chance chance, double brightness) {
    this.noise = chance.noise();
    this.smallest = 0.55 * frame.pixel();
    this.brightness = brightness;
    this.tilt = chance.sign() * chance.between(0.5, 1.1);
    this.offset = 0.55 * frame.top() + chance.between(-0.1, 0.1);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double clearness = brightness * Curve.step(0.0, 0.3, y);
    if (clearness <= 0) {
      return;
    }
    double across = (y - offset - tilt * x) / Math.sqrt(1 + tilt * tilt);
    double band = Curve.bell(across + 0.08 * noise.at(3 * x, 3 * y), 0.12);
    if (band > 0.1) {
      double cloud = 0.5 + noise.sum(5 * x + 7, 5 * y, 3);
      double milk = band * (band - 0.1) * Math.max(0, cloud);
      pixel.add(BAND, 0.1 * clearness * milk);
    }
    for (int size = 0; size < CELLS.length; size++) {
      star(x, y, size, clearness * (0.35 + 0.65 * band), pixel);
    }
  }

  private void star(double x, double y, int size, double amount, Pixel pixel) {
    double side = CELLS[size];
    int column = Noise.floor(x / side);
    int row = Noise.floor(y / side);
    double presence = noise.cell(column + 911 * size, row);
    if (presence > PRESENCE) {
      return;
    }
    double dx = x - (column + Curve.mix(0.2, 0.8, noise.cell(column, row + 7919))) * side;
    double dy = y - (row + Curve.mix(0.2, 0.8, noise.cell(column + 104729, row))) * side;
    double radius = Math.max(RADII[size], smallest);
    double reach = (dx * dx + dy * dy) / (radius * radius);
    if (reach < 40) {
      // A star smaller than a pixel keeps its light, not its size.
      double share = RADII[size] / radius;
      double light = share * share / (1 + reach * reach) * magnitude(presence / PRESENCE);
      pixel.add(noise.cell(column, row + 31) < 0.3 ? WARM : COLD, amount * light);
    }
  }

  /** Many faint, few bright. */
  private static double magnitude(double lot) {
    return 0.16 + 1.7 * lot * lot * lot;
  }
}
