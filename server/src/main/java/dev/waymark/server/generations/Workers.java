package dev.waymark.server.generations;

import dev.waymark.server.lifecycle.BackgroundWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workers of this node: each claims a job, works on it, and looks for the next.
 *
 * <p>On stop they claim nothing new; what they work on may finish within {@code
 * waymark.workers.stop-grace} and is given back to the queue after that.
 */
@Singleton
final class Workers implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** How long a worker may take to give its job back. */
  private static final Duration INTERRUPTED_GRACE = Duration.ofSeconds(5);

  private final JobQueue queue;
  private final Attempt attempt;
  private final WorkerSignal signal;
  private final WorkerSettings settings;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  Workers(JobQueue queue, Attempt attempt, WorkerSignal signal, WorkerSettings settings) {
    this.queue = queue;
    this.attempt = attempt;
    this.signal = signal;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    for (int number = 1; number <= settings.threads(); number++) {
      // A platform thread: an interrupt would close the connection under a virtual one that waits
      // for the database.
      threads.add(Thread.ofPlatform().daemon().name("worker-" + number).start(this::work));
    }
  }

  private void work() {
    while (!stopping) {
      try {
        if (!workOnce()) {
          signal.await(settings.pollInterval());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | OutOfMemoryError e) {
        // The database may be away for a while, or one output too many be in memory; a worker that
        // died
        // of it would never come back.
        LOG.error("a worker failed and goes on", e);
        if (!rest()) {
          return;
        }
      }
    }
  }

  /** Claims one job and works on it; false if there was none. */
  boolean workOnce() throws InterruptedException {
    Optional<Job> claimed = queue.claim();
    if (claimed.isPresent()) {
      run(claimed.get());
    }
    return claimed.isPresent();
  }

  private void run(Job job) throws InterruptedException {
    if (stopping) {
      // Another worker may have given it back while this one was still asking for work.
      queue.giveBack(job);
      return;
    }
    try {
      attempt.run(job);
    } catch (InterruptedException e) {
      LOG.info("{}: {}", job.id(), queue.giveBack(job) ? "given back" : "has ended meanwhile");
      throw e;
    }
  }

  private boolean rest() {
    try {
      signal.await(settings.pollInterval());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public synchronized void stop() {
    stopping = true;
    threads.forEach(_ -> signal.wake());
    try {
      joinWithin(settings.stopGrace());
      threads.forEach(Thread::interrupt);
      joinWithin(INTERRUPTED_GRACE);
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  private void joinWithin(Duration grace) throws InterruptedException {
    long end = System.nanoTime() + grace.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }
}
