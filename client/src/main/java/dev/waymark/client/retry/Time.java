package dev.waymark.client.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Clock and sleep. Comes in from outside so that tests can steer it. */
public interface Time {

  /** Since some moment that stays the same; never goes back. */
  Duration elapsed();

  /** The time of day, for what is dated. */
  Instant now();

  /** Returns after the whole duration; interruptible at once. */
  void pause(Duration duration) throws InterruptedException;

  /**
   * Waits for a signal, as {@link Condition#await()} does, but no longer than {@code most}. May
   * come back early without either. The machine's own time passes unless a subtype has another.
   */
  @SuppressWarnings("WaitNotInLoop") // Whoever calls this has the loop.
  default void await(Condition signal, Duration most) throws InterruptedException {
    long unused = signal.awaitNanos(most.toNanos());
  }

  static Time ofTheMachine() {
    return new Time() {
      @Override
      public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
      }

      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        // Rounded up: a wait that the server has named is never cut short.
        Thread.sleep(duration.plusNanos(999_999).toMillis());
      }
    };
  }
}
