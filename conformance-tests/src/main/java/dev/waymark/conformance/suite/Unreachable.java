package dev.waymark.conformance.suite;

/** What a case is about cannot be brought about with this target. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String why) {
    super(why);
  }
}
