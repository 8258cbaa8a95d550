package dev.waymark.server.ids;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of an API key: {@code key_} and 26 characters that sort by the time they were made. */
public record KeyId(String value) {
  private static final Pattern FORM = Pattern.compile("key_[0-9A-HJKMNP-TV-Z]{26}");

  public KeyId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  /** The id, or nothing if no API key can have it. */
  public static Optional<KeyId> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new KeyId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
