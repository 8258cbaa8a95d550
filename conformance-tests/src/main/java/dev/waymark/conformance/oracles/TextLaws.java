package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Template;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code message} and {@code next} are there, and right. Their wording may change, so another one
 * is odd and no more; but the catalogue's own sentence with other numbers than the error's sends
 * its readers wrong.
 */
final class TextLaws {
  /** Longer ones are no sentence of any catalogue. */
  private static final int MOST_CHARACTERS = 4000;

  private static final Pattern SENTENCE_END = Pattern.compile("[.?!] ");

  private TextLaws() {}

  static List<Violation> violations(Optional<CatalogueRow> row, JsonNode error) {
    List<Violation> violations = new ArrayList<>();
    text(violations, "message", row.map(CatalogueRow::message), error);
    text(violations, "next", row.map(CatalogueRow::next), error);
    return violations;
  }

  /** Of the one text that {@code plain} has; its numbers can only be held against the headers. */
  static List<Violation> plain(Optional<CatalogueRow> row, JsonNode text, Exchange exchange) {
    if (!text.isTextual() || text.textValue().isBlank()) {
      return List.of(Clause.TEXT.broken("the text is missing, empty or none"));
    }
    if (row.isEmpty()) {
      return List.of();
    }
    String said = text.textValue();
    if (said.length() <= MOST_CHARACTERS) {
      Optional<String> wait = exchange.header("Retry-After");
      String next = wait.map(seconds -> filled(row.get().next(), seconds)).orElse(row.get().next());
      if (sentences(row.get(), next).pattern().matcher(said).matches()) {
        return List.of();
      }
      if (isMessageAlone(row.get(), said)) {
        return List.of(
            Clause.TEXT.broken("the text says what is wrong and not what is next: " + said));
      }
      Optional<String> shown = sentences(row.get(), row.get().next()).shown("wait", said);
      if (shown.isPresent() && wait.isPresent() && !shown.equals(wait)) {
        return List.of(Clause.TEXT.broken("the text names another wait than Retry-After: " + said));
      }
    }
    return List.of(Clause.TEXT.odd("the text is not message and next: " + said));
  }

  /** Whatever fills its placeholders, it has no sentence more than the catalogue's message. */
  private static boolean isMessageAlone(CatalogueRow row, String said) {
    return new Template(row.message()).pattern().matcher(said).matches()
        && SENTENCE_END.splitAsStream(said).count()
            <= SENTENCE_END.splitAsStream(row.message()).count();
  }

  private static Template sentences(CatalogueRow row, String next) {
    return new Template(row.message() + " " + next);
  }

  private static String filled(String next, String seconds) {
    return next.replace("{wait}", seconds.equals("1") ? "1 second" : seconds + " seconds");
  }

  private static void text(
      List<Violation> violations, String name, Optional<String> template, JsonNode error) {
    JsonNode text = error.path(name);
    if (!text.isTextual() || text.textValue().isBlank()) {
      violations.add(Clause.TEXT.broken(name + " is missing, empty or no text"));
      return;
    }
    String said = text.textValue();
    template
        .map(Template::new)
        .filter(known -> !known.filledFrom(error).equals(said))
        .map(known ->
            said.length() <= MOST_CHARACTERS && known.contradicts(said, error)
                ? Clause.TEXT.broken(name + " names other numbers than the error: " + said)
                : Clause.TEXT.odd(
                    "%s is \"%s\" and not \"%s\"".formatted(name, said, known.filledFrom(error))))
        .ifPresent(violations::add);
  }
}
