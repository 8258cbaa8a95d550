package dev.waymark.client.retry;

import java.time.Duration;
import java.util.Optional;

/** How a wait between two attempts is spent. */
@FunctionalInterface
public interface Pauses {

  /**
   * Returns after {@code wait}, or as soon as what {@code refusal} waits for has been seen to
   * happen.
   *
   * @param refusal empty when the last attempt got no answer
   * @param left what remains of the call's time; longer than {@code wait}
   */
  void pause(Duration wait, Optional<Refusal> refusal, Duration left) throws InterruptedException;

  /** Nothing is seen: the whole wait. */
  static Pauses asleep(Time time) {
    return (wait, refusal, left) -> time.pause(wait);
  }
}
