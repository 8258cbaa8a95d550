package dev.waymark.server.providers.builtin;

import java.util.function.DoubleUnaryOperator;

/** The outline of something that stands on the ground: its height at every x, looked up. */
final class Profile {
  /** What ripples may look up beyond the picture's sides, in units. */
  private static final double MARGIN = 0.1;

  private final double left;
  private final double density;
  private final double[] heights;

  /** How fast cover grows below the outline: a pixel's worth, measured square to the slope. */
  private final double[] sharpness;

  private final double highest;

  Profile(Frame frame, DoubleUnaryOperator height) {
    double step = frame.pixel();
    left = -frame.right() - MARGIN;
    density = 1 / step;
    heights = new double[(int) (-2 * left * density) + 3];
    sharpness = new double[heights.length];
    double peak = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = height.applyAsDouble(left + i * step);
      peak = Math.max(peak, heights[i]);
    }
    for (int i = 0; i < heights.length - 1; i++) {
      double rise = (heights[i + 1] - heights[i]) * density;
      sharpness[i] = density / Math.sqrt(1 + rise * rise);
    }
    highest = peak;
  }

  double at(double x) {
    double place = place(x);
    int index = (int) place;
    return Curve.mix(heights[index], heights[index + 1], place - index);
  }

  double highest() {
    return highest;
  }

  /** How much of the pixel at the point lies below the outline, 0 to 1. */
  double cover(double x, double y) {
    double place = place(x);
    int index = (int) place;
    double height = Curve.mix(heights[index], heights[index + 1], place - index);
    return Curve.clamp((height - y) * sharpness[index] + 0.5);
  }

  private double place(double x) {
    double place = (x - left) * density;
    return place < 0 ? 0 : Math.min(place, heights.length - 2);
  }
}
