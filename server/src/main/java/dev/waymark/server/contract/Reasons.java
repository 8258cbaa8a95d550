package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.waymark.server.words.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Puts a broken rule of a JSON Schema into words; only the schema is quoted, never the value. */
final class Reasons {
  private static final int MOST_LISTED = 50;
  private static final String WITHOUT_NUL = "^[^\\x00]+$";

  private Reasons() {}

  /** {@code rule} is the schema object that holds the broken keyword. */
  static Fault fault(Error error, JsonNode rule) {
    String path = path(error.getInstanceLocation());
    String property = error.getProperty();
    if (property == null) {
      return new Fault(path, reason(error.getKeyword(), rule));
    }
    String field = path.isEmpty() ? property : path + "." + property;
    return switch (error.getKeyword()) {
      case "required" -> new Fault(field, "is missing");
      case "additionalProperties", "unevaluatedProperties" ->
          Fault.unknown(field, unknown(property, rule));
      case "propertyNames" -> Fault.unknown(field, "has a name that is not allowed here");
      default -> new Fault(path, reason(error.getKeyword(), rule));
    };
  }

  /** Whether the rule need not be kept if another one beside it is. */
  static boolean isAlternative(Error error) {
    NodePath path = error.getEvaluationPath();
    return IntStream.range(0, path.getNameCount() - 1)
        .filter(depth -> path.getName(depth).equals("anyOf") || path.getName(depth).equals("oneOf"))
        .anyMatch(depth -> path.getElement(depth + 1) instanceof Integer);
  }

  private static String path(NodePath location) {
    StringBuilder path = new StringBuilder();
    for (int depth = 0; depth < location.getNameCount(); depth++) {
      if (location.getElement(depth) instanceof Integer index) {
        path.append('[').append(index).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(location.getName(depth));
      }
    }
    return path.toString();
  }

  private static String reason(String keyword, JsonNode rule) {
    JsonNode limit = rule.path(keyword);
    return switch (keyword) {
      case "type" -> "must be " + types(rule);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          "must be " + (rule.has("type") ? types(rule) : "a number" + range(rule));
      case "multipleOf" -> "must be a multiple of " + limit.asText();
      case "enum" -> "must be " + (limit.size() == 1 ? "" : "one of ") + listed(limit);
      case "const" -> "must be " + shown(limit);
      case "not" ->
          limit.has("const") ? "must not be " + shown(limit.path("const")) : unexplained(keyword);
      case "minLength" ->
          limit.asInt() == 1
              ? "must not be empty"
              : "must be at least " + counted(limit, "character") + " long";
      case "maxLength" -> "must be at most " + counted(limit, "character") + " long";
      case "pattern" ->
          limit.asText().equals(WITHOUT_NUL)
              ? "must not hold the character NUL"
              : "must match the pattern " + limit.asText();
      case "format" -> format(limit.asText());
      case "minItems" -> "must have at least " + counted(limit, "entry");
      case "maxItems" -> "must have at most " + counted(limit, "entry");
      case "uniqueItems" -> "must not hold the same entry twice";
      case "minProperties" -> "must have at least " + counted(limit, "property");
      case "maxProperties" -> "must have at most " + counted(limit, "property");
      case "false" -> "is not allowed here";
      default -> unexplained(keyword);
    };
  }

  private static String unexplained(String keyword) {
    return "does not keep the rule \"" + keyword + "\" of its schema";
  }

  private static String types(JsonNode rule) {
    JsonNode type = rule.path("type");
    Stream<JsonNode> types = type.isArray() ? stream(type) : Stream.of(type);
    return types
        .map(JsonNode::asText)
        .map(name -> type(name, rule))
        .collect(Collectors.joining(" or "));
  }

  private static String type(String name, JsonNode rule) {
    return switch (name) {
      case "string" -> "text";
      case "integer" -> "a whole number" + range(rule);
      case "number" -> "a number" + range(rule);
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "an object";
      default -> name;
    };
  }

  private static String range(JsonNode rule) {
    if (rule.has("minimum") && rule.has("maximum")) {
      return " from %s to %s"
          .formatted(rule.path("minimum").asText(), rule.path("maximum").asText());
    }
    String range =
        Stream.of(
                bound(rule, "minimum", "at least "),
                bound(rule, "exclusiveMinimum", "above "),
                bound(rule, "maximum", "at most "),
                bound(rule, "exclusiveMaximum", "below "))
            .filter(bound -> !bound.isEmpty())
            .collect(Collectors.joining(" and "));
    return range.isEmpty() ? "" : ", " + range;
  }

  private static String bound(JsonNode rule, String keyword, String words) {
    return rule.has(keyword) ? words + rule.path(keyword).asText() : "";
  }

  private static String format(String name) {
    return switch (name) {
      case "date-time" -> "must be a date and time such as 2026-11-21T10:15:30Z";
      case "date" -> "must be a date such as 2026-11-21";
      case "uri" -> "must be a URI with its scheme, such as https://example.com/picture.png";
      case "regex" -> "must be a regular expression";
      default -> "must have the format " + name;
    };
  }

  private static String unknown(String name, JsonNode rule) {
    List<String> known =
        rule.path("properties").properties().stream().map(Map.Entry::getKey).toList();
    return "is not known here"
        + DidYouMean.question(name, known)
        + (known.isEmpty() ? "" : "; known are ")
        + known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
  }

  private static String listed(JsonNode values) {
    return stream(values).limit(MOST_LISTED).map(Reasons::shown).collect(Collectors.joining(", "))
        + (values.size() > MOST_LISTED ? ", …" : "");
  }

  private static String shown(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : value.toString();
  }

  private static String counted(JsonNode count, String thing) {
    String things = thing.endsWith("y") ? thing.replaceFirst("y$", "ies") : thing + "s";
    return count.asText() + " " + (count.asInt() == 1 ? thing : things);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
