package dev.waymark.client;

/**
 * The thread was interrupted while it waited; its interrupt flag is set again. What the server was
 * asked may go on.
 */
public final class WaymarkInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private WaymarkInterruptedException(Throwable cause) {
    super("Interrupted while waiting for the server.", cause);
  }

  static WaymarkInterruptedException restoring(Throwable interrupt) {
    Thread.currentThread().interrupt();
    return new WaymarkInterruptedException(interrupt);
  }
}
