package dev.waymark.server.providers.builtin;

/** The width and height of a picture, in pixels. */
record PictureSize(int width, int height) {
  // Sides in whole blocks of pixels, as image models and codecs like them.
  private static final int BLOCK = 8;

  public PictureSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture has at least one pixel");
    }
  }

  /** Fits an aspect ratio such as {@code 16:9}; the short side is rounded to a multiple of 8. */
  public static PictureSize of(String aspectRatio, int longSide) {
    if (!aspectRatio.matches("[1-9][0-9]{0,2}:[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("an aspect ratio is two whole numbers and a colon");
    }
    int colon = aspectRatio.indexOf(':');
    int across = Integer.parseInt(aspectRatio.substring(0, colon));
    int down = Integer.parseInt(aspectRatio.substring(colon + 1));
    double share = (double) Math.min(across, down) / Math.max(across, down);
    int shortSide = across == down ? longSide : (int) Math.round(longSide * share / BLOCK) * BLOCK;
    return across >= down
        ? new PictureSize(longSide, shortSide)
        : new PictureSize(shortSide, longSide);
  }
}
