package dev.waymark.client;

/**
 * The thread was interrupted while it waited; its interrupt flag is set again. What the server was
 * asked may go on.
 */
public final class WaymarkInterruptedException extends WaymarkException {

  private static final long serialVersionUID = 1L;
  private static final String NEXT =
      "What was asked may go on: look it up, or call again with the same Idempotency-Key.";

  private WaymarkInterruptedException(Throwable cause) {
    super("Interrupted while waiting for the server. " + NEXT, ONE, cause);
  }

  static WaymarkInterruptedException restoring(Throwable interrupt) {
    Thread.currentThread().interrupt();
    return new WaymarkInterruptedException(interrupt);
  }

  @Override
  public String code() {
    return "INTERRUPTED";
  }

  @Override
  public String next() {
    return NEXT;
  }
}
