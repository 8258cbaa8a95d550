package dev.waymark.client.retry;

import java.time.Duration;
import java.time.Instant;

/** Clock and sleep. Comes in from outside so that tests can steer it. */
public interface Time {

  /** Since some moment that stays the same; never goes back. */
  Duration elapsed();

  /** The time of day, for what is dated. */
  Instant now();

  /** Returns after the whole duration; interruptible at once. */
  void pause(Duration duration) throws InterruptedException;

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
