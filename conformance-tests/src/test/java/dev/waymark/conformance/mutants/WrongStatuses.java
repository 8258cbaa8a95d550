package dev.waymark.conformance.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** Other statuses and codes than those that are owed. */
final class WrongStatuses {
  private WrongStatuses() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "code-outside-the-status",
            "A generation that is not there is a 404 with the code MODEL_BUSY.",
            (asked, answer) ->
                Errors.has(answer, "GENERATION_NOT_FOUND") ? busy(asked, answer) : answer),
        Mutant.of(
            "code-of-another-operation",
            "A key that is not there is a well-formed ACCOUNT_NOT_FOUND.",
            (asked, answer) -> instead(asked, answer, "KEY_NOT_FOUND", "ACCOUNT_NOT_FOUND")),
        Mutant.of(
            "codes-of-401-swapped",
            "An unknown key is told to be revoked, and a revoked one to be unknown.",
            (asked, answer) ->
                switch (answer.code()) {
                  case "KEY_INVALID" -> Errors.forged(asked, answer, "KEY_REVOKED");
                  case "KEY_REVOKED" -> Errors.forged(asked, answer, "KEY_INVALID");
                  default -> answer;
                }),
        Mutant.of(
            "codes-of-422-swapped",
            "An unknown model is told to be wrong parameters, well-formed.",
            (asked, answer) -> instead(asked, answer, "UNKNOWN_MODEL", "INVALID_PARAMS")),
        Mutant.of(
            "code-in-small-letters",
            "X-Error-Code is in small letters.",
            (_, answer) ->
                answer.changing("X-Error-Code", code -> code.toLowerCase(java.util.Locale.ROOT))),
        Mutant.of(
            "gone-for-not-found",
            "An output that never was is a well-formed OUTPUT_EXPIRED.",
            (asked, answer) -> instead(asked, answer, "OUTPUT_NOT_FOUND", "OUTPUT_EXPIRED")),
        Mutant.of(
            "failure-for-an-unknown-id",
            "An id that no generation has is a well-formed INTERNAL_ERROR.",
            (asked, answer) -> instead(asked, answer, "GENERATION_NOT_FOUND", "INTERNAL_ERROR")),
        Mutant.of(
            "forbidden-for-unauthorized",
            "A call without a key is 403 and not 401.",
            (_, answer) -> Errors.has(answer, "UNAUTHORIZED") ? answer.withStatus(403) : answer),
        Mutant.of(
            "bad-request-for-unprocessable",
            "Wrong parameters are 400 and not 422.",
            (_, answer) -> Errors.has(answer, "INVALID_PARAMS") ? answer.withStatus(400) : answer),
        Mutant.of(
            "success-with-an-error-in-it",
            "A caller without credits is answered 200 with the error as the body.",
            (_, answer) -> answer.status() == 402 ? answer.withStatus(200) : answer),
        Mutant.of(
            "ok-for-accepted",
            "A start is answered 200 and not 202.",
            (_, answer) -> answer.status() == 202 ? answer.withStatus(200) : answer),
        Mutant.of(
            "ok-for-created",
            "What was made is answered 200 and not 201.",
            (_, answer) -> answer.status() == 201 ? answer.withStatus(200) : answer),
        Mutant.of(
            "head-with-another-status",
            "HEAD of something that is not there is 200.",
            (asked, answer) ->
                asked.method().equals("HEAD") && answer.status() == 404
                    ? answer.withStatus(200)
                    : answer),
        Mutant.of(
            "options-refused",
            "OPTIONS is METHOD_NOT_ALLOWED.",
            (asked, answer) ->
                asked.method().equals("OPTIONS") && answer.status() == 204
                    ? Errors.forged(
                        asked, answer.withBody("{}".getBytes(UTF_8)), "METHOD_NOT_ALLOWED")
                    : answer),
        Mutant.of(
            "unmodified-sent-again",
            "Whoever has the catalogue already is answered 200 with a catalogue of nothing.",
            (_, answer) ->
                answer.status() == 304
                    ? answer.withStatus(200).withBody("application/json", "{\"data\":[]}")
                    : answer));
  }

  private static Answer instead(Request asked, Answer answer, String right, String wrong) {
    return Errors.has(answer, right) ? Errors.forged(asked, answer, wrong) : answer;
  }

  private static Answer busy(Request asked, Answer answer) {
    return Errors.edit(asked, answer, error -> error.put("error", "MODEL_BUSY"))
        .with("X-Error-Code", "MODEL_BUSY");
  }
}
