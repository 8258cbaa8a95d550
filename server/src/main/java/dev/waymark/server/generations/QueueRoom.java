package dev.waymark.server.generations;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;

/**
 * How many generations may still be queued: counted now and then, and in between by what was
 * accepted here. So no start counts, and with several nodes the bound may be passed by what they
 * accept within a fraction of a second.
 */
@Singleton
final class QueueRoom {
  private static final long COUNTED_EVERY_NANOS = 250_000_000;

  /** Counting takes no more of the time than this part, however much is queued. */
  private static final int SHARE = 20;

  private final Jdbi jdbi;
  private final GenerationStore generations;
  private final int most;
  private final ReentrantLock counting = new ReentrantLock();
  private final AtomicLong queued = new AtomicLong(Long.MAX_VALUE);
  private volatile long countAgainAt = System.nanoTime();
  private volatile long countedAt = countAgainAt;

  QueueRoom(Jdbi jdbi, GenerationStore generations, GenerationSettings settings) {
    this.jdbi = jdbi;
    this.generations = generations;
    this.most = settings.maxQueued();
  }

  /** Takes room for one, or says that there is none. Asks nothing of the database. */
  boolean take() {
    return queued.getAndUpdate(count -> count < most ? count + 1 : count) < most;
  }

  /** Counts if it is time to; the caller pays with a query, and others do not wait for it. */
  void countIfDue() {
    if (System.nanoTime() - countAgainAt >= 0 && counting.tryLock()) {
      try {
        count();
      } finally {
        counting.unlock();
      }
    }
  }

  /**
   * Counts now, if nobody else has since this was asked: what looked full may have been worked off.
   */
  void recount() {
    long asked = System.nanoTime();
    counting.lock();
    try {
      if (countedAt - asked < 0) {
        count();
      }
    } finally {
      counting.unlock();
    }
  }

  private void count() {
    long begin = System.nanoTime();
    countedAt = begin;
    queued.set(jdbi.withHandle(handle -> generations.countPending(handle, most)));
    long end = System.nanoTime();
    countAgainAt = end + Math.max(COUNTED_EVERY_NANOS, SHARE * (end - begin));
  }
}
