package dev.waymark.conformance.targets;

/** A profile cannot be used; the message is a sentence for who wrote it, with a way forward. */
public final class ProfileProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProfileProblem(String message) {
    super(message);
  }
}
