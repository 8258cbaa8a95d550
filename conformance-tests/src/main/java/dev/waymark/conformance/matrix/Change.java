package dev.waymark.conformance.matrix;

/**
 * One difference between two error matrices.
 *
 * @param where the operation, and the code where it is about one
 * @param what in a few words
 */
public record Change(Weight weight, String where, String what) {

  /** What a change means to callers who keep the old contract. */
  public enum Weight {
    /** Some of them go wrong. */
    BREAKING,
    /** All of them go on as before, if they take codes that they do not know as they should. */
    ADDITIVE,
    /** Nobody can notice. */
    NEUTRAL
  }

  static Change breaking(String where, String what) {
    return new Change(Weight.BREAKING, where, what);
  }

  static Change additive(String where, String what) {
    return new Change(Weight.ADDITIVE, where, what);
  }

  static Change neutral(String where, String what) {
    return new Change(Weight.NEUTRAL, where, what);
  }

  @Override
  public String toString() {
    return "%-8s  %s: %s".formatted(weight, where, what);
  }
}
