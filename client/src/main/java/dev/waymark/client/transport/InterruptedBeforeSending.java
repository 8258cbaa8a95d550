package dev.waymark.client.transport;

/** The thread was told to stop while the client itself still held the call back. */
public final class InterruptedBeforeSending extends InterruptedException {

  private static final long serialVersionUID = 1L;

  public InterruptedBeforeSending(InterruptedException interrupt) {
    super("interrupted before the call was sent");
    initCause(interrupt);
  }
}
