package dev.waymark.conformance.suite;

import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.wire.Exchange;
import java.util.Arrays;
import java.util.List;

/** Exchanges that are made evidence of when somebody wants it, and once. Of one thread. */
final class Showing {
  private final List<Exchange> exchanges;
  private List<Evidence> made = List.of();

  Showing(Exchange... exchanges) {
    this.exchanges = Arrays.asList(exchanges);
  }

  List<Evidence> evidence() {
    if (made.isEmpty()) {
      made = exchanges.stream().map(Shown::of).toList();
    }
    return made;
  }
}
