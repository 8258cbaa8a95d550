package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/** A metered call that was looked at tells what it took and what is left. */
final class MeterLaws {
  private MeterLaws() {}

  static List<Violation> violations(Answer answer) {
    List<Violation> violations = new ArrayList<>();
    int status = answer.exchange().status();
    boolean metered = answer.operation().filter(Operation::isMetered).isPresent();
    if (metered && (status < 300 || status == 402)) {
      require(violations, answer, "X-Credits-Charged");
      require(violations, answer, "X-Credits-Remaining");
    }
    if (answer.isError()
        && !answer.exchange().header("X-Credits-Charged").orElse("0").equals("0")) {
      violations.add(Clause.METER.broken("a refusal has charged credits"));
    }
    if (status == 202 || answer.code().equals("CONCURRENCY_LIMIT")) {
      require(violations, answer, "X-Concurrency-Limit");
      require(violations, answer, "X-Concurrency-Remaining");
    }
    return violations;
  }

  private static void require(List<Violation> violations, Answer answer, String name) {
    if (!answer.has(name)) {
      violations.add(Clause.METER.broken("the header " + name + " is missing"));
    }
  }
}
