package dev.waymark.conformance.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five bodies that one error has, as a caller asks for them. */
public enum Shape {
  NATIVE("application/json"),
  PROBLEM("application/problem+json"),
  STATUS("application/vnd.waymark.status+json"),
  TYPED("application/vnd.waymark.typed+json"),
  PLAIN("application/vnd.waymark.plain+json");

  private final String mediaType;

  Shape(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The word that a key is pinned with. */
  public String errorFormat() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The shape that an answer came in; nothing if it is none of them. */
  public static Optional<Shape> of(Exchange exchange) {
    return Arrays.stream(values())
        .filter(shape -> shape.mediaType.equals(exchange.mediaType()))
        .findFirst();
  }
}
