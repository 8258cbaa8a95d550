package dev.waymark.conformance.har;

import dev.waymark.conformance.secrets.KeyText;
import dev.waymark.conformance.secrets.PromptText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts other words in the place of keys and prompts: the same for the same, as long as it was, and
 * of its form, so that what is judged of them holds as before. Safe for use by many threads.
 */
final class Pseudonyms {
  private static final Pattern BEARER = Pattern.compile("(?i)((?:bearer|basic) +)(\\S+)()");

  private final Map<String, String> known = new LinkedHashMap<>();

  /** A text without keys and prompts. */
  String text(String text) {
    return replaced(PromptText.PATTERN, replaced(KeyText.PATTERN, text));
  }

  /** The value of a header; what proves who somebody is goes, whatever its form. */
  String header(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "authorization" -> value.contains("wm_") ? text(value) : replaced(BEARER, value);
      case "cookie", "set-cookie", "proxy-authorization", "x-api-key" -> other(value);
      default -> text(value);
    };
  }

  private String replaced(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
  }

  private String replacement(MatchResult match) {
    return match.group(1) + other(match.group(2));
  }

  private synchronized String other(String secret) {
    if (secret.isEmpty()) {
      return secret;
    }
    return known.computeIfAbsent(
        secret,
        _ -> {
          String number = String.valueOf(known.size() + 1);
          int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
          String filled = "x".repeat(Math.max(0, bytes - number.length())) + number;
          return filled.substring(filled.length() - bytes);
        });
  }
}
