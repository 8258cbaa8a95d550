package dev.waymark.conformance.provoke;

import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.Optional;

/**
 * How a caller says which rendering it wants.
 *
 * @param accept what it names in Accept
 * @param pinned what its key is pinned to; such a caller shows its key wherever it calls
 */
record Manner(Optional<Shape> accept, Optional<Shape> pinned) {
  /** Says nothing, as most callers do. */
  static final Manner SILENT = new Manner(Optional.empty(), Optional.empty());

  static Manner accepting(Shape shape) {
    return new Manner(Optional.of(shape), Optional.empty());
  }

  static Manner pinnedTo(Shape shape) {
    return new Manner(Optional.empty(), Optional.of(shape));
  }

  Tenant prepared(Tenant tenant) {
    pinned.ifPresent(tenant::pinTo);
    return tenant;
  }

  /** A request that is about Accept itself keeps its own, with the shape behind it. */
  Request dressed(Request request) {
    if (accept.isEmpty()) {
      return request;
    }
    // Who takes no problem, but will not do without the answer either.
    String wanted = accept.get().mediaType() + (accept.get() == Shape.NATIVE ? ", */*;q=0.1" : "");
    return request
        .without("Accept")
        .with("Accept", request.value("Accept").map(own -> own + ", " + wanted).orElse(wanted));
  }

  @Override
  public String toString() {
    return accept
        .map(shape -> "Accept " + shape)
        .or(() -> pinned.map(shape -> "pinned " + shape))
        .orElse("silent");
  }
}
