package dev.waymark.server.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five bodies that one error has; their headers are the same. */
public enum Rendering {
  NATIVE("application/json"),
  PROBLEM("application/problem+json"),
  STATUS("application/vnd.waymark.status+json"),
  TYPED("application/vnd.waymark.typed+json"),
  PLAIN("application/vnd.waymark.plain+json");

  private final String mediaType;

  Rendering(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The word that stands on the wire and in the database: {@code error_format}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rendering of that {@code error_format}; nothing if there is none. */
  public static Optional<Rendering> byWireName(String name) {
    return Arrays.stream(values())
        .filter(rendering -> rendering.wireName().equals(name))
        .findFirst();
  }
}
