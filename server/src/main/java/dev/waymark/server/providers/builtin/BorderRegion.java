package dev.waymark.server.providers.builtin;

/** The frame of the window: a band of alternating panes with squares in the corners. */
final class BorderRegion implements Region {
  private static final double BAND = 0.046;

  private final Noise noise;
  private final Ramp one;
  private final Ramp other;
  private final double right;
  private final double top;
  private final double bottom;
  private final double paneAcross;
  private final double paneUp;

  BorderRegion(Frame frame, Chance chance, Ramp one, Ramp other) {
    this.noise = chance.noise();
    this.one = one;
    this.other = other;
    this.right = frame.right() - BAND;
    this.top = frame.top() - BAND;
    this.bottom = frame.bottom() + BAND;
    this.paneAcross = pane(2 * right);
    this.paneUp = pane(top - bottom);
  }

  /** An odd number of panes a side, so that all four corners look alike. */
  private static double pane(double length) {
    int pairs = (int) (length / (4.2 * BAND));
    int panes = 2 * pairs + 1;
    return length / panes;
  }

  @Override
  public double depth(double x, double y) {
    return Math.max(Math.abs(x) - right, Math.max(y - top, bottom - y));
  }

  @Override
  public void cut(double x, double y, Tile tile) {
    boolean beside = Math.abs(x) > right;
    boolean above = y > top || y < bottom;
    if (beside && above) {
      tile.row = 0;
      tile.column = 0;
      tile.thinLead(Math.min(Math.abs(x) - right, Math.max(y - top, bottom - y)));
      tile.glass(other, 0.15, 1.2);
      return;
    }
    double pane = beside ? paneUp : paneAcross;
    double place = (beside ? y - bottom : x + right) / pane;
    tile.column = Noise.floor(place);
    tile.row = beside ? 7 : 3;
    double across = place - tile.column;
    tile.thinLead(Math.min(across, 1 - across) * pane);
    double lot = noise.cell(tile.column, tile.row + ((beside ? x : y) > 0 ? 20 : 0));
    boolean even = tile.column % 2 == 0;
    tile.glass(even ? one : other, even ? 0.3 + 0.3 * lot : 0.3 + 0.4 * lot, even ? 0.95 : 1.1);
  }
}
