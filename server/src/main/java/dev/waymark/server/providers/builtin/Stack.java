package dev.waymark.server.providers.builtin;

import java.util.List;

/** Layers from back to front; what is hidden is not painted. */
final class Stack implements Layer {
  private final Layer[] layers;

  Stack(List<Layer> layers) {
    this.layers = layers.toArray(Layer[]::new);
  }

  @Override
  public void paint(double x, double y, Pixel pixel) {
    int first = layers.length - 1;
    while (first > 0 && !layers[first].covers(x, y)) {
      first--;
    }
    for (int i = first; i < layers.length; i++) {
      layers[i].paint(x, y, pixel);
    }
  }
}
