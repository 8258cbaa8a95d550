package dev.waymark.client.script;

import dev.waymark.client.retry.Retrying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that happened when a script was played.
 *
 * @param epoch the time of day at the time 0
 * @param loggedLines of all calls
 */
record Play(
    Script script,
    Instant epoch,
    List<Arrival> arrivals,
    List<Heard> heard,
    List<Ending> endings,
    List<String> loggedLines) {

  /** What the listener was told, and when. */
  record Heard(int call, Duration at, Retrying retrying) {}

  /**
   * What a call came to.
   *
   * @param interrupted whether the caller was told to stop in this call
   * @param flagged whether the thread knew of an interrupt afterwards
   */
  record Ending(
      Deed deed,
      Duration began,
      Duration ended,
      Optional<Object> value,
      Optional<Throwable> thrown,
      boolean interrupted,
      boolean flagged) {}

  List<Arrival> arrivalsOf(int call) {
    return arrivals.stream().filter(arrival -> arrival.call() == call).toList();
  }

  List<Heard> heardOf(int call) {
    return heard.stream().filter(one -> one.call() == call).toList();
  }
}
