package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the catalogue with {@code {placeholders}}, {@code {number noun}}, and {@code
 * [segments]} that are left out where an error does not have what they show.
 */
public record Template(String text) {
  private static final Pattern SEGMENT = Pattern.compile("\\[([^]]*)]");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_.]+)(?: ([a-z]+))?}");

  /** A placeholder outside of brackets that the error cannot fill stands in the result as it is. */
  public String filledFrom(JsonNode error) {
    String chosen =
        SEGMENT
            .matcher(text)
            .replaceAll(segment ->
                Matcher.quoteReplacement(
                    isFilled(segment.group(1), error) ? segment.group(1) : ""));
    return PLACEHOLDER
        .matcher(chosen)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, error).orElse(match.group())));
  }

  /** Every sentence that the template can become, whatever it is filled with. */
  public Pattern pattern() {
    StringBuilder pattern = new StringBuilder();
    outside(
        SEGMENT,
        text,
        Template::literally,
        pattern,
        segment -> {
          pattern.append("(?:");
          literally(segment.group(1), pattern);
          pattern.append(")?");
        });
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** Whether a sentence of this form shows other numbers than those that the error has. */
  public boolean contradicts(String sentence, JsonNode error) {
    return numbers(sentence, name -> number(name, error).isPresent()).stream()
        .anyMatch(shown ->
            number(shown.getKey(), error).filter(has -> !has.equals(shown.getValue())).isPresent());
  }

  /** The number that a sentence of this form shows for a placeholder. */
  public Optional<String> shown(String placeholder, String sentence) {
    return numbers(sentence, placeholder::equals).stream().map(Map.Entry::getValue).findFirst();
  }

  /** Nothing where the sentence is not of this form, with numbers where there must be some. */
  private List<Map.Entry<String, String>> numbers(String sentence, Predicate<String> isNumber) {
    List<String> names = new ArrayList<>();
    Matcher matcher =
        Pattern.compile(numbered(text, isNumber, names), Pattern.DOTALL).matcher(sentence);
    return matcher.matches()
        ? IntStream.range(0, names.size())
            .filter(index -> matcher.group(index + 1) != null)
            .mapToObj(index -> Map.entry(names.get(index), matcher.group(index + 1)))
            .toList()
        : List.of();
  }

  private static String numbered(String text, Predicate<String> isNumber, List<String> names) {
    StringBuilder pattern = new StringBuilder();
    outside(
        Pattern.compile("[\\[\\]]|" + PLACEHOLDER),
        text,
        (literal, to) -> to.append(Pattern.quote(literal)),
        pattern,
        found -> pattern.append(numbered(found, isNumber, names)));
    return pattern.toString();
  }

  private static String numbered(
      MatchResult found, Predicate<String> isNumber, List<String> names) {
    String name = found.group(1);
    if (name == null) {
      return found.group().equals("[") ? "(?:" : ")?";
    }
    if (!isNumber.test(name)) {
      return ".*?";
    }
    names.add(name);
    String noun = name.equals("wait") ? "second" : found.group(2);
    return noun == null ? "(-?\\d+)" : "(-?\\d+) " + noun + "s?";
  }

  /** The digits of what is a number. */
  private static Optional<String> number(String name, JsonNode error) {
    return value(name, error)
        .map(text -> name.equals("wait") ? text.replaceFirst(" .*", "") : text)
        .filter(text -> text.matches("-?\\d+"));
  }

  /** Whole seconds, rounded up, in words. */
  static String seconds(long millis) {
    return counted(String.valueOf(Math.ceilDiv(millis, 1000L)), "second");
  }

  private static void literally(String part, StringBuilder pattern) {
    outside(
        PLACEHOLDER,
        part,
        (literal, to) -> to.append(Pattern.quote(literal)),
        pattern,
        placeholder -> pattern.append(anything(placeholder.group(2))));
  }

  private static String anything(@Nullable String noun) {
    return noun == null ? ".+?" : "(?:1 %s|(?!1 )-?\\d+ %1$ss)".formatted(noun);
  }

  /** Hands what stands between the matches to one, and the matches to another. */
  private static void outside(
      Pattern pattern,
      String text,
      BiConsumer<String, StringBuilder> between,
      StringBuilder to,
      Consumer<MatchResult> match) {
    Matcher matcher = pattern.matcher(text);
    int done = 0;
    while (matcher.find()) {
      between.accept(text.substring(done, matcher.start()), to);
      match.accept(matcher.toMatchResult());
      done = matcher.end();
    }
    between.accept(text.substring(done), to);
  }

  private static boolean isFilled(String segment, JsonNode error) {
    return PLACEHOLDER
        .matcher(segment)
        .results()
        .allMatch(match -> value(match, error).isPresent());
  }

  private static Optional<String> value(MatchResult placeholder, JsonNode error) {
    Optional<String> value = value(placeholder.group(1), error);
    String noun = placeholder.group(2);
    return noun == null ? value : value.map(number -> counted(number, noun));
  }

  private static String counted(String number, String noun) {
    return number + " " + noun + (number.equals("1") ? "" : "s");
  }

  private static Optional<String> value(String name, JsonNode error) {
    JsonNode extra = error.at("/" + name.replace('.', '/'));
    if (!extra.isMissingNode()) {
      return Optional.of(
          extra.isArray()
              ? extra.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
              : extra.asText());
    }
    JsonNode retry = error.path("retry");
    return switch (name) {
      case "wait" -> present(retry.path("after_ms"), wait -> seconds(wait.asLong()));
      case "resets_at" -> present(retry.path("resets_at"), JsonNode::asText);
      default -> Optional.empty();
    };
  }

  private static Optional<String> present(JsonNode node, Function<JsonNode, String> text) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(text.apply(node));
  }
}
