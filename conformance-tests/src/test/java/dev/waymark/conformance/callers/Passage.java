package dev.waymark.conformance.callers;

import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;

/** A call that went through the door, and when, by {@link System#nanoTime}. */
record Passage(Exchange exchange, long arrived, long answered) {

  /** How long the caller waited after this answer before the next call arrived. */
  Duration pauseBefore(Passage next) {
    return Duration.ofNanos(next.arrived - answered);
  }

  String method() {
    return exchange.request().method();
  }

  /** {@code POST 429 RATE_LIMIT}, or without a code below 400. */
  String summary() {
    return "%s %d %s".formatted(method(), exchange.status(), exchange.code()).strip();
  }

  @Override
  public String toString() {
    return summary();
  }
}
