package dev.waymark.conformance.suite;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.oracles.Violation;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.EnumSet;
import java.util.Set;

/** Which clauses an answer can show kept: a body that is not there shows nothing. */
final class Judged {
  private static final Set<Clause> OF_FIELDS =
      EnumSet.of(Clause.EXTRAS, Clause.CHARGE, Clause.RETRY);
  private static final Set<Clause> OF_BODIES =
      EnumSet.of(
          Clause.BODY, Clause.TEXT, Clause.EXTRAS, Clause.CHARGE, Clause.RETRY, Clause.RENDERING);

  private Judged() {}

  static Set<Clause> clauses(Row row, Exchange exchange) {
    EnumSet<Clause> clauses = EnumSet.copyOf(Obligations.clausesOf(row));
    if (exchange.request().method().equals("HEAD")) {
      clauses.removeAll(OF_BODIES);
    }
    Shape shape = Shape.of(exchange).orElse(Shape.NATIVE);
    if (shape == Shape.NATIVE) {
      clauses.remove(Clause.RENDERING);
    }
    if (shape == Shape.PLAIN) {
      clauses.removeAll(OF_FIELDS);
    }
    return clauses;
  }

  /**
   * A violation as the row can tell it: of a clause that the row does not have it is one of the
   * headers, for with a header of that clause it came to have it. A success has no wait of its own,
   * say, and a Retry-After all the same.
   */
  static Violation within(Set<Clause> clauses, Violation violation) {
    return clauses.contains(violation.clause())
        ? violation
        : new Violation(Clause.HEADERS, violation.level(), violation.how());
  }
}
