package dev.waymark.server.providers.builtin;

import java.util.function.DoubleUnaryOperator;

/** A stand of conifers on uneven ground, with the ground below them. */
final class Pines implements Layer {
  /** Cells a tree may reach into, to either side. */
  private static final int REACH = 2;

  private final Profile ground;
  private final PineColours colours;
  private final double pixelSide;
  private final double spacing;
  private final double tallest;
  private final int first;

  /** At most one tree a cell, in each cell's own place. */
  private final Tree[][] cells;

  /** {@code density} gives, for each x, the share of cells that hold a tree, 0 to 1. */
  Pines(
      Frame frame,
      Profile ground,
      Chance chance,
      double tallest,
      DoubleUnaryOperator density,
      PineColours colours) {
    this.ground = ground;
    this.colours = colours;
    this.pixelSide = frame.pixel();
    this.spacing = 0.24 * tallest;
    this.tallest = tallest;
    this.first = Noise.floor(-(frame.right() + 0.1) / spacing) - REACH;
    this.cells = new Tree[1 - 2 * first][];
    Noise noise = chance.noise();
    for (int i = 0; i < cells.length; i++) {
      Tree tree = tree(first + i, noise);
      boolean grows = noise.cell(first + i, 2) <= density.applyAsDouble(tree.stem());
      cells[i] = grows ? new Tree[] {tree} : new Tree[0];
    }
  }

  private Tree tree(int cell, Noise noise) {
    double lot = noise.cell(cell, 3);
    double stem = (cell + Curve.mix(0.1, 0.9, noise.cell(cell, 1))) * spacing;
    double height = tallest * (0.42 + 0.58 * lot * lot);
    double width = height * (0.15 + 0.07 * noise.cell(cell, 6));
    return new Tree(stem, ground.at(stem), height, width, 7 + 5 * noise.cell(cell, 5), noise);
  }

  @Override
  public boolean covers(double x, double y) {
    return y < ground.highest() && ground.cover(x, y) >= 1;
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    if (y > ground.highest() + tallest) {
      return;
    }
    double earth = ground.cover(x, y);
    double cover = earth < 1 ? Math.max(earth, trees(x, y)) : earth;
    if (cover > 0) {
      double up = Curve.step(0, 1.1 * tallest, y - ground.at(x));
      pixel.blend(colours.shade(), cover);
      pixel.blend(colours.tips(), cover * up);
      pixel.blend(colours.soil(), earth);
    }
  }

  private double trees(double x, double y) {
    int middle = Noise.floor(x / spacing) - first;
    int from = Math.max(0, middle - REACH);
    int to = Math.min(cells.length - 1, middle + REACH);
    double cover = 0;
    for (int cell = from; cell <= to && cover < 1; cell++) {
      for (Tree tree : cells[cell]) {
        if (tree.reaches(x, y)) {
          cover = Math.max(cover, tree.cover(x, y, pixelSide));
        }
      }
    }
    return cover;
  }
}
