package dev.waymark.conformance.provoke;

/**
 * How a row is brought about.
 *
 * @param how in a few words, for people
 */
public record Recipe(Means means, String how, Cooking cooking) {

  /** Makes what a recipe needs; what it gives can be served again and again. */
  @FunctionalInterface
  interface Cooking {
    Serving prepared(Kitchen kitchen);
  }

  @Override
  public String toString() {
    return how;
  }
}
