package dev.waymark.conformance.callers;

import dev.waymark.conformance.subject.SteeredTime;
import java.time.Duration;

/** Lets as much time pass for the server as has passed for callers that really wait. */
final class RealTime {
  private final SteeredTime server;
  private long last = System.nanoTime();

  RealTime(SteeredTime server) {
    this.server = server;
  }

  synchronized void catchUp() {
    long now = System.nanoTime();
    server.pass(Duration.ofNanos(now - last));
    last = now;
  }
}
