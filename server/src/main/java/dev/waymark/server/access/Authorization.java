package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.ids.Alphabet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Authorization} (RFC 6750, section 2.1). */
final class Authorization {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,512}=*)", Pattern.CASE_INSENSITIVE);

  private static final String USUAL = "Bearer ";
  private static final int LONGEST = 512;
  private static final Alphabet USUAL_KEYS =
      Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

  private static final Pattern KEY = Pattern.compile("wm_(live|test)_");

  // Only schemes that are known are repeated: any other word could be a part of a key.
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(Basic|Digest|Token|ApiKey)\\b", Pattern.CASE_INSENSITIVE);

  private Authorization() {}

  /** The key that the header carries, or {@code UNAUTHORIZED} with what is wrong with it. */
  static KeyText key(List<String> headers) {
    if (headers.isEmpty()) {
      throw refusal("The header Authorization is missing.");
    }
    if (headers.size() > 1) {
      throw refusal("The header Authorization is there more than once.");
    }
    String value = headers.getFirst().strip();
    if (isUsual(value)) {
      return new KeyText(value.substring(USUAL.length()));
    }
    Matcher bearer = BEARER.matcher(value);
    if (!bearer.matches()) {
      throw refusal(reason(value));
    }
    return new KeyText(bearer.group(1));
  }

  // One of the forms that BEARER matches, which nearly all calls have: read without it.
  private static boolean isUsual(String value) {
    return value.startsWith(USUAL)
        && value.length() > USUAL.length()
        && value.length() <= USUAL.length() + LONGEST
        && USUAL_KEYS.spells(value, USUAL.length());
  }

  private static String reason(String value) {
    if (KEY.matcher(value).lookingAt()) {
      return "The header Authorization holds a key without the word Bearer before it.";
    }
    Matcher scheme = OTHER_SCHEME.matcher(value);
    return scheme.lookingAt()
        ? "The header Authorization has the scheme %s and not Bearer.".formatted(scheme.group(1))
        : "The header Authorization is not of the form Bearer KEY.";
  }

  private static ApiException refusal(String reason) {
    return Errors.unauthorized(reason);
  }
}
