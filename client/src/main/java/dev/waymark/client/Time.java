package dev.waymark.client;

import java.time.Duration;

/** A clock that never goes back, and sleep. */
interface Time {

  /** Since some moment that stays the same. */
  Duration elapsed();

  void pause(Duration duration) throws InterruptedException;

  static Time ofTheMachine() {
    return new Time() {
      @Override
      public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
      }
    };
  }
}
