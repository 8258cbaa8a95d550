package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import java.util.function.UnaryOperator;

/** Errors that are right in one shape and not in another. */
final class WrongRenderings {
  private static final String SPECIAL = "problem+json";
  private static final String NATIVE_FIRST = "application/json, application/problem+json;q=0.1";

  private WrongRenderings() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.remembering(
            "only-native-errors", "Accept chooses no shape.", WrongRenderings::onlyNative),
        Mutant.remembering(
            "pinned-shape-ignored",
            "The shape that a key is pinned to is not given.",
            WrongRenderings::unpinned),
        in(
            Shape.PROBLEM,
            "problem-without-a-title",
            "A problem has an empty title.",
            body -> body.put("title", "")),
        in(
            Shape.PROBLEM,
            "problem-without-details",
            "A problem has lost its code's extras.",
            body -> {
              body.putObject("details");
              return body;
            }),
        in(
            Shape.STATUS,
            "status-shape-without-its-wait",
            "The status shape has no retry_after.",
            body -> body.without("retry_after")),
        in(
            Shape.STATUS,
            "status-shape-without-its-charge",
            "The status shape has lost the charge.",
            body -> {
              ((ObjectNode) body.path("details")).remove("charge");
              return body;
            }),
        in(
            Shape.TYPED,
            "typed-shape-without-a-parameter",
            "The typed shape never names a parameter.",
            body -> {
              ((ObjectNode) body.path("error")).putNull("param");
              return body;
            }),
        in(
            Shape.PLAIN,
            "plain-shape-without-next",
            "The plain shape only says what is wrong.",
            body -> body.put("error", body.path("error").asText().replaceFirst("\\. .*", "."))),
        Mutant.of(
            "problem-called-json",
            "A problem says that it is application/json.",
            (_, answer) ->
                answer.mediaType().equals(Shape.PROBLEM.mediaType())
                    ? answer.with("Content-Type", "application/json")
                    : answer));
  }

  private static Mutant in(
      Shape shape, String name, String does, UnaryOperator<ObjectNode> change) {
    return Mutant.of(
        name,
        does,
        (_, answer) ->
            answer.mediaType().equals(shape.mediaType()) ? answer.withJson(change) : answer);
  }

  private static boolean isSpecial(Request asked) {
    String accept = asked.value("Accept").orElse("");
    return accept.contains(SPECIAL) || accept.contains("vnd.waymark.");
  }

  private static Filter onlyNative() {
    return new Filter() {
      @Override
      public Request ask(Request asked, Behind behind) {
        return isSpecial(asked) ? asked.without("Accept") : asked;
      }
    };
  }

  private static Filter unpinned() {
    return new Filter() {
      @Override
      public Request ask(Request asked, Behind behind) {
        return asked.has("Accept") ? asked : asked.with("Accept", NATIVE_FIRST);
      }
    };
  }
}
