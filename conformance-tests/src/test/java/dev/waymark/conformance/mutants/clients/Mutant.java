package dev.waymark.conformance.mutants.clients;

import dev.waymark.conformance.judging.Variation;

/**
 * A client that differs from ours in one thing.
 *
 * @param name what it does
 */
record Mutant(String name, Variation variation) {
  @Override
  public String toString() {
    return name;
  }
}
