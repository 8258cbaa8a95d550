package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is wrong in a request and is taken all the same. */
final class WrongInputs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WrongInputs() {}

  static List<Mutant> all() {
    return List.of(
        corrected(
            "bound-of-pages-not-enforced",
            "Pages of more than a hundred entries can be asked for, and have a hundred.",
            "INVALID_PARAMS",
            (asked, _) -> Calls.withQuery(asked, "limit", "100")),
        corrected(
            "bound-of-prompts-not-enforced",
            "A prompt that is too long is cut.",
            "INVALID_PARAMS",
            (asked, error) ->
                error.path("field").asText().equals("prompt")
                    ? withShortPrompt(asked)
                    : Optional.empty()),
        corrected(
            "unknown-fields-accepted",
            "A field that the body cannot have is ignored.",
            "INVALID_PARAMS",
            (asked, error) -> withoutField(asked, error.path("field").asText())),
        corrected(
            "unknown-queries-accepted",
            "A query parameter that the operation does not have is ignored.",
            "INVALID_PARAMS",
            (asked, error) -> withoutQuery(asked, error.path("field").asText())),
        corrected(
            "any-media-type-read",
            "A body is read as JSON whatever it says it is.",
            "UNSUPPORTED_MEDIA_TYPE",
            (asked, _) ->
                Optional.of(
                    asked.without("Content-Type").with("Content-Type", "application/json"))),
        corrected(
            "accept-not-asked",
            "An Accept that cannot be met is met.",
            "NOT_ACCEPTABLE",
            (asked, _) -> Optional.of(asked.without("Accept"))),
        corrected(
            "unknown-model-replaced",
            "An unknown model is taken for the nearest one.",
            "UNKNOWN_MODEL",
            (asked, _) -> with(asked, body -> body.put("model", "mosaic-1"))));
  }

  /** What is refused with this code is sent again, corrected. */
  private static Mutant corrected(
      String name,
      String does,
      String code,
      BiFunction<Request, ObjectNode, Optional<Request>> correction) {
    Filter filter =
        new Filter() {
          @Override
          public Answer answer(Request asked, Answer answer, Behind behind) {
            return Optional.of(answer)
                .filter(refused -> Errors.has(refused, code))
                .flatMap(refused -> Errors.read(asked, refused))
                .flatMap(error -> correction.apply(asked, error))
                .map(behind::send)
                .orElse(answer);
          }
        };
    return new Mutant(name, does, () -> filter);
  }

  private static Optional<Request> withShortPrompt(Request asked) {
    return with(asked, body -> body.put("prompt", "a picture"));
  }

  private static Optional<Request> withoutField(Request asked, String field) {
    Optional<ObjectNode> body = body(asked);
    boolean known =
        Calls.operation(asked)
            .flatMap(operation -> operation.exampleBody())
            .filter(example -> example.has(field))
            .isPresent();
    return body.filter(fields -> fields.has(field) && !known).isPresent()
        ? with(asked, fields -> fields.without(field))
        : Optional.empty();
  }

  private static Optional<Request> withoutQuery(Request asked, String field) {
    boolean known = Calls.operation(asked).filter(operation -> operation.takes(field)).isPresent();
    String target =
        asked
            .target()
            .replaceFirst("([?&])" + java.util.regex.Pattern.quote(field) + "(=[^&]*)?&?", "$1")
            .replaceFirst("[?&]$", "");
    return known || target.equals(asked.target())
        ? Optional.empty()
        : Optional.of(asked.withTarget(target));
  }

  private static Optional<Request> with(
      Request asked, java.util.function.UnaryOperator<ObjectNode> change) {
    return body(asked)
        .map(change)
        .map(body -> {
          try {
            return asked.withBody(JSON.writeValueAsBytes(body));
          } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Optional<ObjectNode> body(Request asked) {
    try {
      return JSON.readTree(asked.body()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
