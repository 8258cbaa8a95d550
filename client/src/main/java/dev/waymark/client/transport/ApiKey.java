package dev.waymark.client.transport;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key. Not a record: it must not have a {@code toString} that shows it. */
public final class ApiKey {

  /** Of a key in full, not of its first characters, which are shown to tell keys apart. */
  private static final Pattern ANY_KEY = Pattern.compile("wm_(live|test)_[0-9A-Za-z_-]{16,}");

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

  public boolean isLive() {
    return key.startsWith("wm_live_");
  }

  /** The text without the key, and without others that an answer may bring. */
  public String hiddenIn(String text) {
    return ANY_KEY.matcher(text.replace(key, "[key]")).replaceAll("[key]");
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
