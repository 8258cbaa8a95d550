package dev.waymark.server.providers.builtin;

import java.util.Objects;

/**
 * Everything a picture depends on: equal scenes give equal bytes.
 *
 * <p>Sides are pixels, {@value #SHORTEST_SIDE} to {@value #LONGEST_SIDE}. The size takes no part in
 * the composition, so that one scene at two resolutions is the same picture.
 */
public record Scene(String prompt, Style style, int width, int height, long seed) {
  public static final int SHORTEST_SIDE = 256;
  public static final int LONGEST_SIDE = 4096;

  public Scene {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(style, "style");
    requireSide("width", width);
    requireSide("height", height);
  }

  private static void requireSide(String name, int pixels) {
    if (pixels < SHORTEST_SIDE || pixels > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          name + " must be " + SHORTEST_SIDE + " to " + LONGEST_SIDE + " pixels, not " + pixels);
    }
  }
}
