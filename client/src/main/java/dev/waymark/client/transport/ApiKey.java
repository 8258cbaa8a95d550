package dev.waymark.client.transport;

import org.jspecify.annotations.Nullable;

/** The key. Not a record: it must not have a {@code toString} that shows it. */
public final class ApiKey {

  private final String key;

  private ApiKey(String key) {
    this.key = key;
  }

  public static ApiKey of(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "No key: give it to key(…), or set the environment variable WAYMARK_API_KEY. If it comes from another variable, that one is not set.");
    }
    if (!key.chars().allMatch(unit -> unit > ' ' && unit < 0x7f)) {
      throw new IllegalArgumentException(
          "Not a key: it has a space, a line break or another character that no key has.");
    }
    return new ApiKey(key);
  }

  public String authorization() {
    return "Bearer " + key;
  }

  /** The text without the key, for answers that repeat what was sent. */
  public String hiddenIn(String text) {
    return text.replace(key, "[key]");
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
