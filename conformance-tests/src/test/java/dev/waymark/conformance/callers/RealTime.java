package dev.waymark.conformance.callers;

import dev.waymark.conformance.subject.SteeredTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Lets as much time pass for the server as has passed for callers that really wait, in whole
 * milliseconds: the database rounds what is finer, and the tests behind would miss a moment that
 * they meet exactly.
 */
final class RealTime {
  private final SteeredTime server;
  private long last = System.nanoTime();

  RealTime(SteeredTime server) {
    this.server = server;
  }

  synchronized void catchUp() {
    Duration passed = Duration.ofNanos(System.nanoTime() - last).truncatedTo(ChronoUnit.MILLIS);
    server.pass(passed);
    last += passed.toNanos();
  }
}
