package dev.waymark.client.retry;

import java.time.Duration;
import java.util.Optional;

/** How a wait between two attempts is spent. */
@FunctionalInterface
public interface Pauses {

  /**
   * Returns after {@code wait}; or, where what {@code refusal} waits for can be seen, when it has
   * happened, which may be sooner or later, but not after {@code left}.
   *
   * @param refusal empty when the last attempt got no answer
   * @param left what remains of the call's time; longer than {@code wait}
   * @return whether it was seen, so that the attempt before was no failure but a part of the wait
   */
  boolean pause(Duration wait, Optional<Refusal> refusal, Duration left)
      throws InterruptedException;

  /** Nothing is seen: the whole wait. */
  static Pauses asleep(Time time) {
    return (wait, refusal, left) -> {
      time.pause(wait);
      return false;
    };
  }
}
