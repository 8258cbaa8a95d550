package dev.waymark.conformance.oracles;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first entry of {@code RateLimit} or {@code RateLimit-Policy}: a name with parameters
 * (draft-ietf-httpapi-ratelimit-headers, RFC 9651).
 */
record RateItem(String name, Map<String, String> parameters) {
  private static final int MOST_CHARACTERS = 256;
  private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"((?:;[^,\"]*)?)(?:,.*)?");

  /** Nothing where it is not of that form. */
  static Optional<RateItem> of(String text) {
    Matcher matcher = ITEM.matcher(text.strip());
    if (text.length() > MOST_CHARACTERS || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(matcher.group(2).split(";"))
        .map(parameter -> parameter.strip().split("=", 2))
        .filter(parameter -> parameter.length == 2)
        .forEach(parameter -> parameters.put(parameter[0], parameter[1]));
    return Optional.of(new RateItem(matcher.group(1), parameters));
  }

  Optional<Long> number(String parameter) {
    return Optional.ofNullable(parameters.get(parameter)).flatMap(Numbers::whole);
  }
}
