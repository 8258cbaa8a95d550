package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.Optional;

/**
 * How a call that gives an error asks for it.
 *
 * @param accept the rendering that it names in Accept; empty as most callers leave it
 */
record Dress(Optional<Shape> accept, boolean isHead) {
  static final Dress NONE = new Dress(Optional.empty(), false);
  static final Dress HEAD = new Dress(Optional.empty(), true);

  static Dress accepting(Shape shape) {
    return new Dress(Optional.of(shape), false);
  }

  /** A request that is about Accept itself keeps its own, with the rendering behind it. */
  Request on(Request request) {
    Request dressed = isHead ? request.withMethod("HEAD") : request;
    return accept
        .map(Shape::mediaType)
        .map(type -> request.value("Accept").map(own -> own + ", " + type).orElse(type))
        .map(value -> dressed.without("Accept").with("Accept", value))
        .orElse(dressed);
  }

  @Override
  public String toString() {
    return isHead ? "HEAD" : accept.map(shape -> "Accept: " + shape.mediaType()).orElse("");
  }
}
