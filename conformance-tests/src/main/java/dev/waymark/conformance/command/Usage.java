package dev.waymark.conformance.command;

/** A command cannot be carried out as it was given; the message says how it can. */
final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message);
  }
}
