package dev.waymark.client.limits;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;

/** A call that waits until a generation has finished. Guarded by the lock of its queue. */
final class Waiting {

  /** After so many looks without a finish, one that it did not look at may have finished. */
  private static final int MOST_LOOKS = 3;

  /** Should the server not hold its answers back. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  final Condition signal;
  final Duration end;
  final Duration hint;
  private boolean called;
  private boolean blind;
  private int looks;
  private Duration nextLook = RateWindow.LONG_AGO;
  private OptionalLong looking = OptionalLong.empty();

  /**
   * @param end when the call's time is over
   * @param hint when it goes on if nothing is to be seen
   */
  Waiting(Condition signal, Duration end, Duration hint) {
    this.signal = signal;
    this.end = end;
    this.hint = hint;
  }

  /** It may go on. */
  void call() {
    called = true;
    signal.signal();
  }

  boolean isCalled() {
    return called;
  }

  /** Whether it would hear at once that it was called. */
  boolean listens() {
    return looking.isEmpty() || looking.getAsLong() == Thread.currentThread().getId();
  }

  void beginLook(Duration now) {
    nextLook = now.plus(BETWEEN_LOOKS);
    looking = OptionalLong.of(Thread.currentThread().getId());
    looks++;
  }

  void endLook(boolean seen) {
    looking = OptionalLong.empty();
    blind |= !seen;
  }

  boolean isBlind() {
    return blind;
  }

  /** When it may look, or go on after it has looked enough. */
  Duration nextLook() {
    return nextLook;
  }

  boolean hasLookedEnough() {
    return looks >= MOST_LOOKS;
  }
}
