package dev.waymark.server.providers.builtin;

/**
 * The measures of one building, in units.
 *
 * @param mast how high its mast reaches; no higher than the roof if it has none
 * @param stepped whether its upper storeys stand back
 * @param crowned whether its top stands back once more
 */
record Building(
    int number,
    double middle,
    double half,
    double height,
    double mast,
    boolean stepped,
    boolean crowned,
    double window,
    double storey) {

  static Building of(int number, Noise noise, double block, double tallest) {
    double lot = noise.cell(number, 1);
    double district = 0.65 + 0.35 * noise.at(number * 0.23, 0.5);
    double height = tallest * district * (0.25 + 0.75 * lot * lot);
    return new Building(
        number,
        (number + 0.5) * block,
        block * Curve.mix(0.34, 0.6, noise.cell(number, 2)),
        height,
        noise.cell(number, 5) < 0.28 ? 1.22 * height : height,
        noise.cell(number, 3) < 0.5,
        noise.cell(number, 4) < 0.3,
        block * Curve.mix(0.1, 0.15, noise.cell(number, 6)),
        block * Curve.mix(0.13, 0.2, noise.cell(number, 7)));
  }

  double cover(double x, double y, double pixelSide) {
    double level = y / height;
    double narrowing = (stepped && level > 0.72 ? 0.72 : 1) * (crowned && level > 0.86 ? 0.6 : 1);
    double aside = Math.abs(x - middle);
    double wall = Curve.clamp((half * narrowing - aside) / pixelSide + 0.5);
    double body = wall * Curve.clamp((height - y) / pixelSide + 0.5);
    double pole = Curve.clamp((0.0012 - aside) / pixelSide + 0.5);
    return Math.max(body, pole * Curve.clamp((mast - y) / pixelSide));
  }
}
