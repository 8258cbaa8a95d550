package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key of the last entry of a page, opaque on the wire. */
public record Cursor(String key) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  public Cursor {
    if (!KEY.matcher(key).matches()) {
      throw unreadable();
    }
  }

  /**
   * Reads what the wire sent; nothing sent is no cursor, anything else that is not ours is {@code
   * MALFORMED_REQUEST}.
   */
  public static Optional<Cursor> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  public static ApiException unreadable() {
    return Errors.malformedRequest("the cursor is not one that this API has given.");
  }
}
