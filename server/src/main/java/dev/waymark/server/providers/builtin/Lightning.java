package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** One forked bolt, and the clouds it lights. */
final class Lightning implements Layer {
  private static final Colour CORE = Colour.hex(0xF4F0FF).scaled(1.8);
  private static final Colour GLOW = Colour.hex(0xA79BFF);
  private static final double REACH = 0.07;
  private static final double STRIP = 0.01;

  private final Spot source;
  private final double pixelSide;
  private final double left;

  /** For each strip of the sky, the segments whose glow reaches into it. */
  private final Bolt.Segment[][] strips;

  Lightning(Frame frame, Chance chance) {
    this.pixelSide = frame.pixel();
    this.left = -frame.right() - REACH;
    double x = chance.sign() * chance.between(0.2, 0.6) * frame.right();
    double height = 0.82 * frame.top();
    this.source = new Spot(x, height, 0.25);
    List<Bolt.Segment> segments = Bolt.strike(chance, x, height, 0.0021);
    this.strips = new Bolt.Segment[strip(-left) + 1][];
    for (int i = 0; i < strips.length; i++) {
      List<Bolt.Segment> near = new ArrayList<>(segments);
      int place = i;
      near.removeIf(segment ->
          strip(Math.max(segment.x(), segment.endX()) + REACH) < place
              || strip(Math.min(segment.x(), segment.endX()) - REACH) > place);
      strips[i] = near.toArray(Bolt.Segment[]::new);
    }
  }

  private int strip(double x) {
    return Noise.floor((x - left) / STRIP);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double flash = Curve.bell(source.distance(x, y), source.radius());
    pixel.add(GLOW, 0.2 * flash * flash);
    double core = 0;
    double glow = 0;
    for (Bolt.Segment segment : strips[Math.clamp(strip(x), 0, strips.length - 1)]) {
      if (y > segment.endY() - REACH && y < segment.y() + REACH) {
        double distance = segment.distance(x, y);
        if (distance > REACH) {
          continue;
        }
        double width = Math.max(segment.width(), 0.7 * pixelSide);
        double line = Curve.step(1.5 * width, 0.4 * width, distance);
        core = Math.max(core, line * segment.width() / width);
        double fade = Curve.step(REACH, 0, distance);
        glow = Math.max(glow, fade * segment.width() / (distance + 0.004));
      }
    }
    pixel.add(GLOW, 0.7 * glow);
    pixel.blend(CORE, core);
  }
}
