package dev.waymark.client.limits;

import java.time.Duration;

/**
 * How many calls of others with the same key stand in the server's window. Each answer tells
 * between which bounds that is; in between it is guessed that they leave evenly.
 */
final class OtherCalls {

  /** A call that is sent on the chance that one of the others' has left is one a second at most. */
  private static final Duration NEXT_TRY = Duration.ofSeconds(1);

  private long count;
  private Duration window = NEXT_TRY;
  private Duration gone = RateWindow.LONG_AGO;
  private Duration nextTry = RateWindow.LONG_AGO;

  /** A new answer; {@code next} is when one of them may leave. */
  void told(long least, long most, Duration now, Duration window, Duration next) {
    long before = count(now);
    long after = Math.max(0, Math.min(Math.max(before, least), most));
    if (after != before) {
      set(after, now, window);
    }
    nextTry = next;
  }

  long count(Duration now) {
    if (now.compareTo(gone) >= 0 || count == 0) {
      return 0;
    }
    double part = (double) gone.minus(now).toNanos() / window.toNanos();
    return (long) Math.ceil(count * part);
  }

  Duration nextTry() {
    return nextTry;
  }

  /** One has left, it is assumed until the next answer tells. */
  void tried(Duration now) {
    set(Math.max(0, count(now) - 1), now, window);
    nextTry = now.plus(NEXT_TRY);
  }

  private void set(long newCount, Duration now, Duration newWindow) {
    count = newCount;
    window = newWindow;
    gone = now.plus(newWindow);
  }
}
