package dev.waymark.client;

import org.jspecify.annotations.Nullable;

/** A field that the contract says is always there. */
final class Required {

  private Required() {}

  static <T> T field(@Nullable T value, String name) {
    if (value == null) {
      throw new Missing("the answer lacks " + name);
    }
    return value;
  }

  /** An id that the caller gives, to be put into a path. */
  static String id(String id, String what) {
    return word(id, what + " id");
  }

  /** A word that the caller gives, to be put into a path. */
  static String word(String word, String what) {
    if (word.isBlank()) {
      throw new IllegalArgumentException("No " + what);
    }
    return word;
  }

  /** Becomes an {@link ActionNeededException} with the status and the request id. */
  static final class Missing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Missing(String message) {
      super(message);
    }
  }
}
