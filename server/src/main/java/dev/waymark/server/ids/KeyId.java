package dev.waymark.server.ids;

/** The id of an API key: {@code key_} and 26 characters that sort by the time they were made. */
public record KeyId(String value) {
  public KeyId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
