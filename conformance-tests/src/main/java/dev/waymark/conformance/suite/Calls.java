package dev.waymark.conformance.suite;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends, until too many calls in a row have got no answer. Safe for use by many threads. */
final class Calls {
  private static final int MOST_UNANSWERED = 16;

  private final Wire wire;
  private final AtomicInteger unanswered = new AtomicInteger();

  Calls(Wire wire) {
    this.wire = wire;
  }

  Exchange deliver(Request request) {
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
