package dev.waymark.conformance.suite;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
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
}
