package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence of the catalogue with {@code {placeholders}}, filled from an error's own fields. */
record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_.]+)}");

  /** A placeholder that the error cannot fill stands in the result as it is. */
  String filledFrom(JsonNode error) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(), error)));
  }

  /** Whole seconds, rounded up, in words. */
  static String seconds(long millis) {
    long seconds = (millis + 999) / 1000;
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  private static String value(String name, String otherwise, JsonNode error) {
    JsonNode extra = error.at("/" + name.replace('.', '/'));
    if (!extra.isMissingNode()) {
      return extra.isArray()
          ? extra.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
          : extra.asText();
    }
    JsonNode retry = error.path("retry");
    return switch (name) {
      case "wait" -> retry.has("after_ms") ? seconds(retry.path("after_ms").asLong()) : otherwise;
      case "resets_at" -> retry.path("resets_at").asText(otherwise);
      default -> otherwise;
    };
  }
}
