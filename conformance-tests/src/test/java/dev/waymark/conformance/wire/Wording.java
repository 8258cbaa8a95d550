package dev.waymark.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence of the catalogue, filled in with what the error's own fields say. */
final class Wording {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private Wording() {}

  /** A placeholder that no field fills stays, and so cannot equal what was answered. */
  static String of(String template, JsonNode error) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), error)));
  }

  private static String value(String name, JsonNode error) {
    JsonNode field = error.path(name);
    if (field.isArray()) {
      return field.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }
    if (!field.isMissingNode()) {
      return field.asText();
    }
    JsonNode retry = error.path("retry");
    return switch (name) {
      case "wait" -> words(retry.path("after_ms").asLong());
      case "resets_at" -> retry.path("resets_at").asText();
      default -> "{" + name + "}";
    };
  }

  private static String words(long millis) {
    long seconds = Math.ceilDiv(millis, 1000L);
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
