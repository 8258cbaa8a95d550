package dev.waymark.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a look that failed, and when to give up. Looking twice harms nobody, so
 * more is forgiven.
 */
final class FailedLooks {

  private static final int MOST_IN_A_ROW = 5;

  private int inARow;
  private @Nullable RuntimeException last;

  void forget() {
    inARow = 0;
    last = null;
  }

  /** Null when the last look went well. */
  @Nullable RuntimeException last() {
    return last;
  }

  Duration pauseAfter(WaymarkException refusal) {
    boolean passes = refusal.shouldRetry() || refusal.status() == 429 || refusal.status() >= 500;
    if (!passes || ++inARow > MOST_IN_A_ROW) {
      throw refusal;
    }
    last = refusal;
    return refusal.retryAfter().orElseGet(this::growing);
  }

  Duration pauseAfter(WaymarkConnectionException failure) {
    if (++inARow > MOST_IN_A_ROW) {
      throw failure;
    }
    last = failure;
    return growing();
  }

  /** 1, 2, 4, 8, 16 seconds. */
  private Duration growing() {
    return Duration.ofSeconds(1L << (inARow - 1));
  }
}
