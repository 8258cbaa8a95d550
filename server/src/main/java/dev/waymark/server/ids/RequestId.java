package dev.waymark.server.ids;

/**
 * The id of one call, also on every answer as {@code X-Request-Id}: {@code req_} and 26 characters
 * that sort by the time they were made.
 */
public record RequestId(String value) {
  public RequestId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
