package dev.waymark.conformance.har;

/** A file is no HAR, or one that says too little; the message is a sentence for who made it. */
public final class HarProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HarProblem(String message) {
    super(message);
  }
}
