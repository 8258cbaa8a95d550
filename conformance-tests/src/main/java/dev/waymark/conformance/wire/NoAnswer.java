package dev.waymark.conformance.wire;

/** A request was sent, or could not be, and nothing came back that is HTTP. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswer(Request request, String why, Throwable cause) {
    super(request + " got no answer: " + why, cause);
  }
}
