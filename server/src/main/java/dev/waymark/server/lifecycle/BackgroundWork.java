package dev.waymark.server.lifecycle;

/**
 * Work that goes on beside requests. Every bean of this type is started when the database is ready
 * and before the server listens, and stopped when no request is running any more and while the
 * database is still there.
 */
public interface BackgroundWork {
  /** Returns at once; called once. */
  void start();

  /**
   * Returns when nothing of it runs any more, within a limit of its own. Also called where the
   * start failed, and then possibly without {@link #start}.
   */
  void stop();
}
