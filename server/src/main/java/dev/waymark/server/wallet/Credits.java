package dev.waymark.server.wallet;

/**
 * A whole number of credits, never negative; sums and differences are exact or fail with {@link
 * ArithmeticException}.
 */
public record Credits(long value) implements Comparable<Credits> {

  public static final Credits ZERO = new Credits(0);

  public Credits {
    if (value < 0) {
      throw new ArithmeticException("credits are never negative");
    }
  }

  public Credits plus(Credits other) {
    return new Credits(Math.addExact(value, other.value));
  }

  /** Fails when {@code other} is more than this: a balance never goes below zero. */
  public Credits minus(Credits other) {
    return new Credits(Math.subtractExact(value, other.value));
  }

  @Override
  public int compareTo(Credits other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
