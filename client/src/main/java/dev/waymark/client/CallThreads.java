package dev.waymark.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for calls that nobody waits for: as many as there are calls, none of which keeps the JVM
 * alive, and each kept for a minute. From Java 21 on, the jar has another class of this name, which
 * makes virtual ones.
 */
final class CallThreads {

  private CallThreads() {}

  static ExecutorService open() {
    AtomicLong number = new AtomicLong();
    return Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work, "waymark-call-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }
}
