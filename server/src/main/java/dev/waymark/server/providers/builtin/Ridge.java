package dev.waymark.server.providers.builtin;

/** A range of hills in one colour that pales towards its foot, where the mist lies. */
final class Ridge implements Layer {
  private final Profile crest;
  private final Colour top;
  private final Colour foot;
  private final double low;

  Ridge(Profile crest, Colour top, Colour foot, double low) {
    this.crest = crest;
    this.top = top;
    this.foot = foot;
    this.low = low;
  }

  @Override
  public boolean covers(double x, double y) {
    return y < crest.highest() && crest.cover(x, y) >= 1;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double cover = y > crest.highest() + 0.01 ? 0 : crest.cover(x, y);
    if (cover > 0) {
      double depth = Curve.step(crest.highest(), low, y);
      pixel.blend(top, cover);
      pixel.blend(foot, cover * depth);
    }
  }
}
