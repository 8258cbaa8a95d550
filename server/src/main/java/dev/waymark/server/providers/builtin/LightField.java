package dev.waymark.server.providers.builtin;

/** Light gathered on a coarse grid above the horizon, and read back smoothly in between. */
final class LightField implements Layer {
  /** Cells a unit: enough for the finest ray, whatever the picture's resolution. */
  private static final double FINEST = 700;

  private static final double COARSEST = 160;
  private static final double MARGIN = 0.1;

  private final double density;
  private final double left;
  private final int columns;
  private final int rows;
  private final float[][] channels;

  LightField(Frame frame) {
    density = Math.clamp(0.5 / frame.pixel(), COARSEST, FINEST);
    left = -frame.right() - MARGIN;
    columns = (int) (-2 * left * density) + 3;
    rows = (int) (frame.top() * density) + 3;
    channels = new float[3][columns * rows];
  }

  double cell() {
    return 1 / density;
  }

  /** What falls outside the field is lost. */
  void add(double x, int row, Colour colour, double amount) {
    double place = (x - left) * density;
    int column = (int) place;
    if (place < 0 || column >= columns - 1 || row < 0 || row >= rows) {
      return;
    }
    double share = place - column;
    int index = row * columns + column;
    split(channels[0], index, colour.red() * amount, share);
    split(channels[1], index, colour.green() * amount, share);
    split(channels[2], index, colour.blue() * amount, share);
  }

  private static void split(float[] channel, int index, double amount, double share) {
    channel[index] = (float) (channel[index] + amount * (1 - share));
    channel[index + 1] = (float) (channel[index + 1] + amount * share);
  }

  /** Lets a share of the light spread about, as air and eye do. */
  void bloom(double radius, double share) throws InterruptedException {
    for (float[] channel : channels) {
      float[] spread = channel.clone();
      for (int pass = 0; pass < 2; pass++) {
        Painter.stopIfInterrupted();
        int reach = Math.max(1, (int) (radius * density));
        for (int row = 0; row < rows; row++) {
          average(spread, row * columns, 1, columns, reach);
        }
        for (int column = 0; column < columns; column++) {
          average(spread, column, columns, rows, reach);
        }
      }
      for (int i = 0; i < channel.length; i++) {
        channel[i] = (float) (channel[i] + share * spread[i]);
      }
    }
  }

  /** A moving average along one line; beyond the ends there is darkness. */
  private static void average(float[] field, int start, int stride, int length, int reach) {
    float[] line = new float[length];
    for (int i = 0; i < length; i++) {
      line[i] = field[start + i * stride];
    }
    double sum = 0;
    for (int i = -reach; i < length; i++) {
      sum += i + reach < length ? line[i + reach] : 0;
      sum -= i - reach - 1 >= 0 ? line[i - reach - 1] : 0;
      if (i >= 0) {
        field[start + i * stride] = (float) (sum / (2 * reach + 1));
      }
    }
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double across = Math.clamp((x - left) * density, 0, columns - 2);
    double up = Math.clamp(y * density, 0, rows - 2);
    int column = (int) across;
    int row = (int) up;
    int index = row * columns + column;
    double dx = across - column;
    double dy = up - row;
    pixel.red += read(channels[0], index, dx, dy);
    pixel.green += read(channels[1], index, dx, dy);
    pixel.blue += read(channels[2], index, dx, dy);
  }

  private double read(float[] channel, int index, double dx, double dy) {
    double low = Curve.mix(channel[index], channel[index + 1], dx);
    double high = Curve.mix(channel[index + columns], channel[index + columns + 1], dx);
    return Curve.mix(low, high, dy);
  }
}
