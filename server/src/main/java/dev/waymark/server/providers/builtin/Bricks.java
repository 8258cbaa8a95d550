package dev.waymark.server.providers.builtin;

/** Cuts a strip-wise region into pieces of uneven length, like courses of brick. */
final class Bricks {
  private final Noise noise;
  private final double length;
  private final double thickness;

  /** Sizes in units of the coordinates handed to {@link #cut}. */
  Bricks(Chance chance, double length, double thickness) {
    this.noise = chance.noise();
    this.length = length;
    this.thickness = thickness;
  }

  /** Numbers the piece at (u, v); the scales say how many units a step in u and in v is. */
  void cut(double u, double v, double scaleU, double scaleV, Tile tile) {
    double course = v / thickness;
    tile.row = Noise.floor(course);
    double up = course - tile.row;
    tile.thinLead(Math.min(up, 1 - up) * thickness * scaleV);
    double place = u / length + noise.cell(tile.row, 71) * 7;
    int column = Noise.floor(place);
    if (place < joint(column, tile.row)) {
      column--;
    } else if (place >= joint(column + 1, tile.row)) {
      column++;
    }
    tile.column = column;
    double back = place - joint(column, tile.row);
    double ahead = joint(column + 1, tile.row) - place;
    tile.thinLead(Math.min(back, ahead) * length * scaleU);
  }

  /** A number from 0 to 1 that belongs to the piece. */
  double lot(Tile tile) {
    return noise.cell(tile.column * 3 + 1, tile.row * 5 + 2);
  }

  /** The middle of the piece along its course. */
  double middle(Tile tile) {
    double joints = joint(tile.column, tile.row) + joint(tile.column + 1, tile.row);
    return (joints / 2 - noise.cell(tile.row, 71) * 7) * length;
  }

  private double joint(int column, int row) {
    return column + 0.55 * (noise.cell(column, row) - 0.5);
  }
}
