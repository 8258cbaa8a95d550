package dev.waymark.server.lifecycle;

/**
 * Requests that wait for something. Every bean of this type is told when the server stops, right
 * after it no longer takes new connections, so that the waiting ones are answered with what is
 * known.
 */
public interface WaitingCalls {
  /** Ends every wait at once, and those that would begin later. May be called twice. */
  void release();
}
