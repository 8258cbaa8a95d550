package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/** Errors whose bodies are not what is owed. */
final class WrongBodies {
  private WrongBodies() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "not-found-as-text",
            "A 404 is a text.",
            (_, answer) ->
                answer.status() == 404 ? answer.withBody("text/plain", "Not Found") : answer),
        Mutant.of(
            "not-found-without-a-body",
            "A 404 has no body.",
            (_, answer) -> answer.status() == 404 ? answer.withBody(new byte[0]) : answer),
        Mutant.of(
            "unprocessable-in-another-shape",
            "A 422 is what another framework makes of it.",
            (_, answer) ->
                answer.status() == 422
                    ? answer.withBody(
                        "application/json",
                        "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"field required\"}]}")
                    : answer),
        ofErrors(
            "error-without-a-code", "No body names its code.", error -> error.without("error")),
        ofErrors("error-without-next", "No error says what to do.", error -> error.without("next")),
        ofErrors(
            "error-without-retry",
            "No error says when to resend.",
            error -> error.without("retry")),
        ofErrors(
            "error-without-a-charge",
            "No error says what was charged.",
            error -> error.without("charge")),
        Mutant.of(
            "strategy-flipped",
            "OVERLOADED tells programs never to resend.",
            (asked, answer) ->
                answer.status() == 503
                    ? Errors.edit(asked, answer, WrongBodies::neverAgain)
                    : answer),
        ofErrors(
            "request-id-of-another-call",
            "The body's request id is not the header's.",
            error -> error.put("request_id", "req_00000000000000000000000000")),
        ofErrors(
            "charge-not-told-truly",
            "Every refusal claims to have charged a credit.",
            error -> {
              ((ObjectNode) error.path("charge")).put("state", "charged").put("credits", 1);
              return error;
            }),
        Mutant.of(
            "extra-lost",
            "INSUFFICIENT_CREDITS does not say how many credits are missing.",
            (asked, answer) ->
                Errors.has(answer, "INSUFFICIENT_CREDITS")
                    ? Errors.edit(asked, answer, error -> error.without("missing"))
                    : answer),
        Mutant.of(
            "extra-as-text",
            "RATE_LIMIT tells its limit as a text.",
            (asked, answer) ->
                Errors.has(answer, "RATE_LIMIT")
                    ? Errors.edit(
                        asked, answer, error -> error.put("limit", error.path("limit").asText()))
                    : answer),
        Mutant.of(
            "missing-credits-miscounted",
            "INSUFFICIENT_CREDITS says one credit less than are missing.",
            (asked, answer) ->
                Errors.has(answer, "INSUFFICIENT_CREDITS")
                    ? Errors.edit(asked, answer, WrongBodies::oneLess)
                    : answer),
        ofErrors(
            "page-of-another-code",
            "docs_url leads to the page on another code.",
            error ->
                error.put(
                    "docs_url",
                    error.path("docs_url").asText().replaceFirst("[^/]*$", "ROUTE_NOT_FOUND"))),
        Mutant.of(
            "only-the-first-mistake",
            "INVALID_PARAMS names only the first of several mistakes.",
            (asked, answer) ->
                Errors.has(answer, "INVALID_PARAMS")
                    ? Errors.edit(asked, answer, WrongBodies::onlyFirst)
                    : answer),
        Mutant.of(
            "failure-shows-its-cause",
            "INTERNAL_ERROR shows the exception that caused it.",
            (asked, answer) ->
                Errors.has(answer, "INTERNAL_ERROR")
                    ? Errors.edit(asked, answer, WrongBodies::withCause)
                    : answer));
  }

  /** Errors that are no errors of the contract any more, with what the framework says. */
  static List<Mutant> ofTheFramework() {
    return List.of(
        framework(405, "Method Not Allowed"),
        framework(406, "Not Acceptable"),
        framework(413, "Request Entity Too Large"),
        framework(415, "Unsupported Media Type"));
  }

  private static Mutant framework(int status, String reason) {
    return Mutant.of(
        "framework-answers-" + status,
        "A %d is the framework's own.".formatted(status),
        (_, answer) -> answer.status() == status ? own(answer, reason) : answer);
  }

  private static Answer own(Answer answer, String reason) {
    String body =
        "{\"_links\":{\"self\":[{\"href\":\"/\"}]},\"_embedded\":{\"errors\":[{\"message\":\"%s\"}]},\"message\":\"%1$s\"}"
            .formatted(reason);
    List<String> ours = List.of("X-Error-Code", "X-Should-Retry", "Link", "Vary");
    Answer bare = answer;
    for (String name : ours) {
      bare = bare.without(name);
    }
    return answer.body().length == 0 ? bare : bare.withBody("application/json", body);
  }

  private static Mutant ofErrors(String name, String does, UnaryOperator<ObjectNode> change) {
    return Mutant.of(name, does, (asked, answer) -> edited(asked, answer, change));
  }

  private static Answer edited(Request asked, Answer answer, UnaryOperator<ObjectNode> change) {
    return answer.isError() ? Errors.edit(asked, answer, change) : answer;
  }

  private static ObjectNode neverAgain(ObjectNode error) {
    error.putObject("retry").put("strategy", "never");
    return error;
  }

  private static ObjectNode oneLess(ObjectNode error) {
    return error.put("missing", error.path("missing").asLong() - 1);
  }

  private static ObjectNode onlyFirst(ObjectNode error) {
    if (error.path("errors").size() > 1) {
      ArrayNode first = error.arrayNode().add(error.path("errors").path(0));
      error.set("errors", first);
      error.set("fields", error.arrayNode().add(error.path("field")));
      error.put(
          "next",
          "Correct what errors names (%s), then send the request again."
              .formatted(error.path("field").asText()));
    }
    return error;
  }

  private static ObjectNode withCause(ObjectNode error) {
    return error.put(
        "message",
        "java.lang.IllegalStateException: no row at dev.waymark.server.Wallet.hold(Wallet.java:42)");
  }
}
