package dev.waymark.conformance.suite;

/** What a case is about is not kept. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Broken(String why) {
    super(why);
  }
}
