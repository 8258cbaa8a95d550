package dev.waymark.server.generations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes a worker of this node as soon as there is something to do; without a signal it looks by
 * itself now and then.
 */
@Singleton
final class WorkerSignal {
  private final Semaphore signals = new Semaphore(0);
  private final int workers;

  WorkerSignal(WorkerSettings settings) {
    this.workers = settings.threads();
  }

  /** One worker for each call; more signals than workers would only make them look in vain. */
  void wake() {
    if (signals.availablePermits() < workers) {
      signals.release();
    }
  }

  /** Returns after a signal, or after {@code longest} without one. */
  void await(Duration longest) throws InterruptedException {
    boolean _ = signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
