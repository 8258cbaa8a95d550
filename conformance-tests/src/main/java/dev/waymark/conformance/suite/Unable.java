package dev.waymark.conformance.suite;

/** Something that a case rests on does not work; the case says nothing. */
public final class Unable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unable(String why) {
    super(why);
  }
}
