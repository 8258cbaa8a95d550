package dev.waymark.server.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * Says what is wrong with JSON that cannot be read, by place and kind, and never by repeating any
 * of it.
 */
final class UnreadableJson {
  private UnreadableJson() {}

  static String reason(JsonProcessingException failure) {
    return switch (failure) {
      case JsonEOFException _ -> "the body ends in the middle of a JSON value" + place(failure);
      case StreamConstraintsException _ ->
          "the body is nested too deeply or has a value that is too long" + place(failure);
      default -> "the body is not valid JSON" + place(failure);
    };
  }

  private static String place(JsonProcessingException failure) {
    JsonLocation location = failure.getLocation();
    return location == null
        ? "."
        : " (line %d, column %d).".formatted(location.getLineNr(), location.getColumnNr());
  }
}
