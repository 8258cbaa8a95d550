package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A metered call that was looked at tells what it took and what is left. */
final class MeterLaws {
  private MeterLaws() {}

  static List<Violation> violations(Optional<Operation> operation, Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    boolean metered = operation.isPresent() && operation.get().node().path("x-metered").asBoolean();
    if (metered && (exchange.status() < 300 || exchange.status() == 402)) {
      require(violations, exchange, "X-Credits-Charged");
      require(violations, exchange, "X-Credits-Remaining");
    }
    if (exchange.status() >= 400 && !exchange.header("X-Credits-Charged").orElse("0").equals("0")) {
      violations.add(Clause.METER.broken("a refusal has charged credits"));
    }
    if (exchange.status() == 202 || exchange.code().equals("CONCURRENCY_LIMIT")) {
      require(violations, exchange, "X-Concurrency-Limit");
      require(violations, exchange, "X-Concurrency-Remaining");
    }
    return violations;
  }

  private static void require(List<Violation> violations, Exchange exchange, String name) {
    if (exchange.header(name).isEmpty()) {
      violations.add(Clause.METER.broken("the header " + name + " is missing"));
    }
  }
}
