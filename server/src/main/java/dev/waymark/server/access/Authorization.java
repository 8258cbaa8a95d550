package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Authorization} (RFC 6750, section 2.1). */
final class Authorization {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,512}=*)", Pattern.CASE_INSENSITIVE);

  private Authorization() {}

  /** The key that the header carries, or {@code UNAUTHORIZED} with what is wrong with it. */
  static KeyText key(List<String> headers) {
    if (headers.isEmpty()) {
      throw refusal("The header Authorization is missing.");
    }
    if (headers.size() > 1) {
      throw refusal("The header Authorization is there more than once.");
    }
    Matcher bearer = BEARER.matcher(headers.getFirst().strip());
    if (!bearer.matches()) {
      throw refusal("The header Authorization is not of the form Bearer KEY.");
    }
    return new KeyText(bearer.group(1));
  }

  private static ApiException refusal(String reason) {
    return Errors.unauthorized(reason);
  }
}
