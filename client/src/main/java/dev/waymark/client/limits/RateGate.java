package dev.waymark.client.limits;

import dev.waymark.client.limits.RateWindow.Slot;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.NotInTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** Lets callers pass one by one, in the order in which they came, as the window has room. */
final class RateGate {

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Condition> queue = new ArrayDeque<>();
  private final RateWindow window = new RateWindow();

  RateGate(Time time) {
    this.time = time;
  }

  /**
   * Returns when the call may be sent. Each slot is to be given back by {@link #leave}, once.
   *
   * @throws NotInTime as soon as it is clear that it cannot be within {@code limit}
   */
  Slot enter(Duration limit) throws NotInTime, InterruptedException {
    lock.lockInterruptibly();
    try {
      Duration end = time.elapsed().plus(limit);
      Condition myTurn = lock.newCondition();
      queue.addLast(myTurn);
      try {
        while (true) {
          Duration now = time.elapsed();
          Duration left = end.minus(now);
          Optional<Duration> wait =
              queue.getFirst().equals(myTurn) ? window.untilFree(now) : Optional.empty();
          if (wait.filter(Duration::isZero).isPresent()) {
            return window.take(now);
          }
          if (wait.orElse(Duration.ZERO).compareTo(left) >= 0) {
            throw new NotInTime("the key's rate limit leaves no room within the call's time");
          }
          time.await(myTurn, wait.orElse(left));
        }
      } finally {
        queue.remove(myTurn);
        wakeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** {@code outcome} tells the window what has become of the call, as seen {@code now}. */
  void leave(BiConsumer<RateWindow, Duration> outcome) {
    lock.lock();
    try {
      outcome.accept(window, time.elapsed());
      wakeFirst();
    } finally {
      lock.unlock();
    }
  }

  private void wakeFirst() {
    Condition first = queue.peekFirst();
    if (first != null) {
      first.signal();
    }
  }
}
