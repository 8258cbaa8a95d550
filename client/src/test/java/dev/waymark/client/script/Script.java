package dev.waymark.client.script;

import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls of one client, and what meets their attempts in turn. Once the steps are used up,
 * everything succeeds.
 *
 * @param timeout of an attempt
 * @param dice thousandths, what the client's randomness gives, over and over
 * @param stop when the calling thread is interrupted, if it is
 */
record Script(
    RetryPolicy policy,
    Duration timeout,
    List<Deed> deeds,
    List<Step> steps,
    List<Integer> dice,
    Optional<Stop> stop) {

  /** At a time of day, or while the listener hears of the retry of that number. */
  record Stop(Optional<Duration> at, Optional<Integer> retry) {}

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("\n  " + policy + ", attempts of " + timeout);
    text.append("\n  calls ")
        .append(deeds)
        .append(", dice ")
        .append(dice)
        .append(", ")
        .append(stop);
    steps.forEach(step -> text.append("\n  ").append(step));
    return text.toString();
  }
}
