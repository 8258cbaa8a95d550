package dev.waymark.server.overload;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The places of the calls that are worked on at once, and the queue for them.
 *
 * <p>Places are given in the order in which they were asked for, except that calls which had one
 * and only waited for something come first. At most {@code queued-calls} wait, each for at most
 * {@code max-queue-time}; past either, the answer is no at once. A place that was taken is given
 * back exactly once, however often {@link Place#release} is called.
 */
@Singleton
public final class Places {
  private final OverloadSettings settings;
  private final ExecutorService executor;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Turn> arriving = new LinkedHashSet<>();
  private final Deque<CompletableFuture<Boolean>> returning = new ArrayDeque<>();
  private int taken;

  Places(OverloadSettings settings, @Named(TaskExecutors.IO) ExecutorService executor) {
    this.settings = settings;
    this.executor = executor;
  }

  /** A place, at once or when there is one; nothing where there is no room, at once or then. */
  CompletableFuture<Optional<Place>> ask() {
    lock.lock();
    try {
      if (taken < settings.runningCalls()) {
        taken++;
        return CompletableFuture.completedFuture(Optional.of(new Place(this)));
      }
      if (arriving.size() >= settings.queuedCalls()) {
        return CompletableFuture.completedFuture(Optional.empty());
      }
      Turn turn = new Turn();
      arriving.add(turn);
      CompletableFuture.delayedExecutor(
              settings.maxQueueTime().toNanos(), TimeUnit.NANOSECONDS, executor)
          .execute(() -> giveUp(turn));
      return turn.place;
    } finally {
      lock.unlock();
    }
  }

  /** How many places are taken, and how many calls wait for one. */
  public record Load(int running, int queued) {}

  public Load load() {
    lock.lock();
    try {
      return new Load(taken, arriving.size());
    } finally {
      lock.unlock();
    }
  }

  /** How many wait to get a place back that they have lent. */
  int waitingAgain() {
    lock.lock();
    try {
      return returning.size();
    } finally {
      lock.unlock();
    }
  }

  /** Asks for a place once more, before all who have had none yet; waits as long as it takes. */
  CompletableFuture<Boolean> askAgain() {
    lock.lock();
    try {
      if (taken < settings.runningCalls()) {
        taken++;
        return CompletableFuture.completedFuture(true);
      }
      CompletableFuture<Boolean> turn = new CompletableFuture<>();
      returning.add(turn);
      return turn;
    } finally {
      lock.unlock();
    }
  }

  /** Gives a place to who is next for it. */
  void free() {
    lock.lock();
    try {
      taken--;
      serveNext();
    } finally {
      lock.unlock();
    }
  }

  // On another thread: whoever gives a place back must not do the work of who gets it.
  private void serveNext() {
    CompletableFuture<Boolean> back = returning.poll();
    if (back != null) {
      taken++;
      executor.execute(() -> handOver(back));
      return;
    }
    Turn first = first();
    if (first != null) {
      taken++;
      executor.execute(() -> first.place.complete(Optional.of(new Place(this))));
    }
  }

  // Who was interrupted meanwhile has no use for it.
  private void handOver(CompletableFuture<Boolean> back) {
    if (!back.complete(true)) {
      free();
    }
  }

  private @Nullable Turn first() {
    var turns = arriving.iterator();
    if (!turns.hasNext()) {
      return null;
    }
    Turn first = turns.next();
    turns.remove();
    return first;
  }

  private void giveUp(Turn turn) {
    boolean stillWaiting;
    lock.lock();
    try {
      stillWaiting = arriving.remove(turn);
    } finally {
      lock.unlock();
    }
    if (stillWaiting) {
      turn.place.complete(Optional.empty());
    }
  }

  /** Who waits in the queue; each is only itself. */
  private static final class Turn {
    private final CompletableFuture<Optional<Place>> place = new CompletableFuture<>();
  }
}
