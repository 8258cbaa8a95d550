package dev.waymark.server.generations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a worker of this node as soon as there is something to do; without a signal it looks by itself now and then. */
@Singleton
final class WorkerSignal {
  private final Semaphore signals = new Semaphore(0);

  void wake() {
    signals.release();
  }

  /** Returns after a signal, or after {@code longest} without one. */
  void await(Duration longest) throws InterruptedException {
    if (signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      // One look at the queue serves all signals so far: whoever finds work looks again.
      signals.drainPermits();
    }
  }
}
