package dev.waymark.client;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The calls that are running, each counted once, however many others it is made of. After closing,
 * none begins; those that run may finish, with all that they are made of.
 */
final class RunningCalls {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private int count;
  private boolean closed;

  /** Does the work as a call, or as a part of the one that this thread is in. */
  <T> T call(Supplier<T> work) {
    if (inside.get()) {
      return work.get();
    }
    begin();
    try {
      return within(work);
    } finally {
      end();
    }
  }

  /** Of a call that another thread is to do. {@link IllegalStateException} after closing. */
  void begin() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("This client is closed.");
      }
      count++;
    } finally {
      lock.unlock();
    }
  }

  /** The work of a call that has begun. */
  <T> T within(Supplier<T> work) {
    inside.set(true);
    try {
      return work.get();
    } finally {
      inside.remove();
    }
  }

  void end() {
    lock.lock();
    try {
      count--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns when no call runs any more but, perhaps, the one that this thread is in. Also when the
   * waiting is interrupted, no call begins any more.
   */
  void close() throws InterruptedException {
    int own = inside.get() ? 1 : 0;
    lock.lock();
    try {
      closed = true;
      while (count > own) {
        ended.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
