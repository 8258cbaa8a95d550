package dev.waymark.conformance.provoke;

import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What a run may wait for limits that it meets and does not mean: not long, all in all. */
final class Patience {
  private static final long LONGEST_MILLIS = 61_000;
  private static final long ALTOGETHER_MILLIS = 8 * LONGEST_MILLIS;

  private final Bench bench;
  private final AtomicLong left = new AtomicLong(ALTOGETHER_MILLIS);

  private Patience(Bench bench) {
    this.bench = bench;
  }

  static Patience of(Bench bench) {
    return bench.shared("patience", () -> new Patience(bench));
  }

  /** The answer after the wait that the refused call was told; the refusal where that is long. */
  Exchange afterwards(Exchange refused, Supplier<Exchange> call) {
    long wait =
        refused
            .header("Retry-After-Ms")
            .filter(text -> text.matches("\\d{1,5}"))
            .map(Long::parseLong)
            .orElse(LONGEST_MILLIS + 1);
    if (wait > LONGEST_MILLIS || left.addAndGet(-wait) < 0) {
      return refused;
    }
    bench.target().passage().pass(Duration.ofMillis(wait));
    return call.get();
  }
}
