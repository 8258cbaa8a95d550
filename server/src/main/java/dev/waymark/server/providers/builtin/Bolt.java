package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** The jagged line of a lightning stroke and its forks. */
final class Bolt {
  private static final int HALVINGS = 5;

  private final Chance chance;
  private final List<Segment> segments = new ArrayList<>();

  /** A straight piece; {@code width} is half its thickness. */
  record Segment(double x, double y, double endX, double endY, double width) {
    double distance(double fromX, double fromY) {
      double dx = endX - x;
      double dy = endY - y;
      double along = ((fromX - x) * dx + (fromY - y) * dy) / (dx * dx + dy * dy);
      double share = Curve.clamp(along);
      double awayX = fromX - x - share * dx;
      double awayY = fromY - y - share * dy;
      return Math.sqrt(awayX * awayX + awayY * awayY);
    }
  }

  private Bolt(Chance chance) {
    this.chance = chance;
  }

  /** From a height down to the horizon. */
  static List<Segment> strike(Chance chance, double x, double height, double width) {
    Bolt bolt = new Bolt(chance);
    bolt.fork(x, height, x + chance.between(-0.08, 0.08), 0, width, HALVINGS);
    return List.copyOf(bolt.segments);
  }

  /** Halves the way again and again, each half-way point pushed aside. */
  private void fork(double x, double y, double endX, double endY, double width, int halvings) {
    if (halvings == 0) {
      segments.add(new Segment(x, y, endX, endY, width));
      return;
    }
    double length = length(endX - x, endY - y);
    double middleX = (x + endX) / 2 + length * chance.between(-0.2, 0.2);
    double middleY = Curve.mix(y, endY, chance.between(0.42, 0.58));
    fork(x, y, middleX, middleY, width, halvings - 1);
    fork(middleX, middleY, endX, endY, width * 0.93, halvings - 1);
    if (halvings >= 2 && halvings <= 4 && chance.happens(0.38)) {
      double aside = chance.sign() * length * chance.between(0.5, 1.0);
      double down = middleY - length * chance.between(0.5, 0.9);
      fork(middleX, middleY, middleX + aside, down, width * 0.45, halvings - 2);
    }
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
