package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Filter;
import java.util.function.Supplier;

/**
 * A server that is ours but for one thing.
 *
 * @param name a few words with hyphens
 * @param does what it does otherwise, in a sentence
 * @param filter a new one for each run
 */
public record Mutant(String name, String does, Supplier<Filter> filter) {
  /** One that goes by the answer alone. */
  static Mutant of(String name, String does, Edit edit) {
    return new Mutant(name, does, () -> edit);
  }

  /** One that remembers. */
  static Mutant remembering(String name, String does, Supplier<Filter> filter) {
    return new Mutant(name, does, filter);
  }

  @Override
  public String toString() {
    return name;
  }
}
