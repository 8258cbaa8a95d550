package dev.waymark.benchmarks.load;

/** An answer that was not the expected one; what was measured until then means nothing. */
public final class WrongAnswer extends RuntimeException {
  public WrongAnswer(String message) {
    super(message);
  }
}
