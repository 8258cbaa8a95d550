package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Headers that are missing, wrong, or not to be there. */
final class WrongHeaders {
  private WrongHeaders() {}

  static List<Mutant> all() {
    return List.of(
        without("no-request-id", "No error has an X-Request-Id.", "X-Request-Id", 400, 600),
        Mutant.remembering(
            "request-id-twice",
            "Every tenth answer has the request id of the one before it.",
            RepeatedId::new),
        without("no-challenge", "A 401 has no WWW-Authenticate.", "WWW-Authenticate", 401, 402),
        Mutant.of(
            "challenge-without-a-reason",
            "The challenge to a wrong key does not name invalid_token.",
            (_, answer) ->
                Errors.has(answer, "KEY_INVALID", "KEY_REVOKED", "KEY_EXPIRED")
                    ? answer.changing("WWW-Authenticate", value -> value.replaceAll(",.*", ""))
                    : answer),
        without("no-allow", "A 405 has no Allow.", "Allow", 405, 406),
        Mutant.of(
            "allow-incomplete",
            "Allow leaves out the last method that the path has.",
            (_, answer) ->
                answer.status() == 405
                    ? answer.changing("Allow", value -> value.replaceFirst(",[^,]*$", ""))
                    : answer),
        without("no-help", "No error has a Link to its page.", "Link", 400, 600),
        without("no-vary", "No error says what its body went by.", "Vary", 400, 600),
        without("no-should-retry", "No error has an X-Should-Retry.", "X-Should-Retry", 400, 600),
        Mutant.of(
            "resend-of-a-start-without-a-key",
            "A start without an Idempotency-Key that failed is to be sent again.",
            (asked, answer) ->
                answer.status() == 500 && Calls.isStart(asked)
                    ? answer.with("X-Should-Retry", "true")
                    : answer),
        Mutant.of(
            "resend-for-nothing",
            "Wrong parameters are to be sent again as they are.",
            (_, answer) -> answer.status() == 422 ? answer.with("X-Should-Retry", "true") : answer),
        Mutant.of(
            "no-code-on-head",
            "An error to HEAD has no X-Error-Code.",
            (asked, answer) ->
                asked.method().equals("HEAD") ? answer.without("X-Error-Code") : answer),
        Mutant.of(
            "inside-shown",
            "Every answer tells what the server is made of.",
            (_, answer) ->
                answer.with("X-Powered-By", "Micronaut 4.10.2").with("Server", "Netty/4.2.7")),
        Mutant.of(
            "trace-shown",
            "A failure has its stack trace in a header.",
            (_, answer) ->
                answer.status() >= 500
                    ? answer.with("X-Debug-Trace", "dev.waymark.server.Wallet.hold(Wallet.java:42)")
                    : answer),
        Mutant.of(
            "header-where-it-does-not-belong",
            "A model that is not there tells to come back in a second.",
            (_, answer) ->
                Errors.has(answer, "MODEL_NOT_FOUND") ? answer.with("Retry-After", "1") : answer),
        Mutant.of(
            "location-elsewhere",
            "The Location of what was made leads to something else.",
            (_, answer) ->
                answer.changing(
                    "Location", value -> value.replaceFirst("[^/_]*$", "0".repeat(26)))),
        without("no-location", "What was made has no Location.", "Location", 200, 300),
        Mutant.of(
            "no-poll-hint",
            "A generation that is not finished does not say when to look again.",
            (_, answer) -> answer.status() < 300 ? answer.without("Retry-After") : answer),
        Mutant.of(
            "no-entity-tag",
            "The catalogue has no ETag.",
            (asked, answer) ->
                Calls.is(asked, "listErrors", "getError") ? answer.without("ETag") : answer));
  }

  private static Mutant without(String name, String does, String header, int from, int below) {
    return Mutant.of(
        name,
        does,
        (_, answer) ->
            answer.status() >= from && answer.status() < below ? answer.without(header) : answer);
  }

  private static final class RepeatedId implements Filter {
    private final AtomicReference<String> last = new AtomicReference<>("");
    private int answers;

    @Override
    public synchronized Answer answer(Request asked, Answer answer, Behind behind) {
      answers++;
      String before = last.getAndSet(answer.header("X-Request-Id").orElse(""));
      return answers % 10 != 0 || before.isEmpty()
          ? answer
          : Errors.edit(asked, answer, error -> error.put("request_id", before))
              .with("X-Request-Id", before);
    }
  }
}
