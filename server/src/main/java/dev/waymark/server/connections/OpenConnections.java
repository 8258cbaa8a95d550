package dev.waymark.server.connections;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the connections that are open.
 *
 * <p>Beyond the limit a few more are let in to be told so; beyond those, none. Whoever enters must
 * leave, once.
 */
@Singleton
public final class OpenConnections {
  /** Room for connections that are only told that there is no room. */
  private static final int TOLD = 256;

  private final int limit;
  private final AtomicInteger open = new AtomicInteger();

  OpenConnections(ConnectionSettings settings) {
    this.limit = settings.maxConnections();
  }

  /** What a new connection may do. */
  enum Entry {
    SERVED,
    TOLD,
    CLOSED
  }

  Entry enter() {
    int now = open.incrementAndGet();
    if (now <= limit) {
      return Entry.SERVED;
    }
    return now - TOLD <= limit ? Entry.TOLD : Entry.CLOSED;
  }

  void leave() {
    open.decrementAndGet();
  }

  /** How many there are now, those beyond the limit too. */
  public int count() {
    return open.get();
  }
}
