package dev.waymark.server.cluster;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Tells all processes on this database, this one included, that something has changed, so that
 * caches can let go of it.
 *
 * <p>It is heard on every node within about 200 ms of the commit, as long as {@link #current} holds
 * there. Where it does not, changes may have been missed, and {@code anything} is called when the
 * connection is back. So a cache is right within a second whatever happens if it
 *
 * <ol>
 *   <li>uses and keeps entries only while {@link #current} holds,
 *   <li>drops everything on {@code anything} and what a change names on {@code change},
 *   <li>and does not keep what it began to read before a change that was told meanwhile (count the
 *       calls of both, and compare before and after the read).
 * </ol>
 */
public interface Changes {
  /**
   * Tells the change when the transaction commits, and never if it does not. Equal payloads in one
   * transaction are told once.
   *
   * @param payload at most 7 999 bytes, and nothing secret: it passes through the database's queue
   */
  void announce(Handle tx, String payload);

  /**
   * Has changes told from now on, until the process ends, on a thread that everyone waits for: a
   * listener must return at once and not fail.
   *
   * @param change a change with this payload was committed
   * @param anything changes may have been missed: anything may have changed
   */
  void subscribe(Consumer<String> change, Runnable anything);

  /**
   * Whether all changes whose commit was answered more than half a second ago have been told here:
   * the connection has proven so within that time. False from the start until it is first there.
   */
  boolean current();
}
