package dev.waymark.conformance.suite;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a server that is given up when too many calls in a row have got no answer. */
final class Line {
  private static final int MOST_UNANSWERED = 16;

  private final Wire wire;
  private final AtomicInteger unanswered = new AtomicInteger();

  Line(Wire wire) {
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  Exchange send(Request request) {
    if (unanswered.get() >= MOST_UNANSWERED) {
      throw new Unable(
          MOST_UNANSWERED + " calls in a row got no answer, so the server was called no more");
    }
    try {
      Exchange exchange = wire.sendUnchecked(request);
      unanswered.set(0);
      return exchange;
    } catch (NoAnswer e) {
      unanswered.incrementAndGet();
      throw e;
    }
  }
}
