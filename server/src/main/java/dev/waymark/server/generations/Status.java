package dev.waymark.server.generations;

import java.util.Locale;

/** Where a generation stands. It only ever moves forward, and the last four are final. */
enum Status {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED,
  EXPIRED;

  static Status of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFinal() {
    return switch (this) {
      case PENDING, PROCESSING -> false;
      case COMPLETED, FAILED, CANCELLED, EXPIRED -> true;
    };
  }
}
