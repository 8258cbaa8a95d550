package dev.waymark.client.limits;

import java.time.Duration;

/**
 * How many calls of others with the same key stand in the server's window: a guess that errs to the
 * low side, made anew from each answer.
 */
final class OtherCalls {

  /** A call that is sent on the chance that one of the others' has left is one a second at most. */
  private static final Duration NEXT_TRY = Duration.ofSeconds(1);

  private long count;
  private Duration nextTry = RateWindow.LONG_AGO;
  private Duration gone = RateWindow.LONG_AGO;

  /** Until {@code gone} at the latest all of them have left. */
  void told(long count, Duration nextTry, Duration gone) {
    this.count = Math.max(0, count);
    this.nextTry = nextTry;
    this.gone = gone;
  }

  long count(Duration now) {
    return now.compareTo(gone) < 0 ? count : 0;
  }

  /** When one of them may leave. */
  Duration nextTry() {
    return nextTry;
  }

  /** One has left, it is assumed until the next answer tells. */
  void tried(Duration now) {
    count = Math.max(0, count - 1);
    nextTry = now.plus(NEXT_TRY);
  }
}
