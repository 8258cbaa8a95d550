package dev.waymark.conformance.judging;

import static dev.waymark.conformance.judging.Cast.script;

import dev.waymark.conformance.faults.Reply;
import java.util.List;

/** Answers that a client was not written for: of later servers, of proxies, and broken ones. */
final class AnswerCases {
  private final Cast cast;

  AnswerCases(Cast cast) {
    this.cast = cast;
  }

  List<ClientCase> all() {
    Reply accepted = cast.accepted();
    long wait = cast.pace().pause().toMillis();
    Reply conflict = cast.unknown(409, "FUTURE_CONFLICT");
    Reply off = cast.unknown(503, "FUTURE_SWITCHED_OFF");
    return List.of(
        ClientCase.of(
            script(
                "unknown-code-later",
                "409 with a new code and a delay, then 202",
                Answers.waiting(
                    cast.retrying(
                        conflict, "{\"strategy\":\"after_delay\",\"after_ms\":" + wait + "}"),
                    cast.pace().pause()),
                accepted),
            cast.start(),
            "SEND-03"),
        ClientCase.of(
            script(
                "unknown-code-never",
                "503 with a new code that says never",
                cast.retrying(off, "{\"strategy\":\"never\"}")),
            cast.start(),
            "SEND-01",
            "READ-03"),
        ClientCase.of(
            script(
                "unknown-code-should",
                "409 with a new code and X-Should-Retry: true, then 202",
                Answers.waiting(conflict, cast.pace().pause()).with("X-Should-Retry", "true"),
                accepted),
            cast.start(),
            "SEND-03"),
        ClientCase.of(
            script(
                "unknown-code-should-not",
                "503 with a new code and X-Should-Retry: false",
                off.with("X-Should-Retry", "false")),
            cast.start(),
            "SEND-01",
            "READ-03"),
        ClientCase.of(
            script("unknown-code-of-the-caller", "409 with a new code and no more", conflict),
            cast.start(),
            "SEND-01",
            "READ-03"),
        ClientCase.of(
            script("unknown-code-of-the-server", "503 with a new code and no more", off),
            cast.startFewTimes(),
            "READ-03"),
        ClientCase.of(
            script(
                "unknown-strategy",
                "429 with a new code, a new strategy and X-Should-Retry: false",
                Answers.waiting(
                        cast.retrying(
                            cast.unknown(429, "FUTURE_LIMIT"), "{\"strategy\":\"at_night\"}"),
                        cast.pace().pause())
                    .with("X-Should-Retry", "false")),
            cast.start(),
            "SEND-01",
            "READ-03"),
        ClientCase.of(
            script(
                "known-code-should-not",
                "500 with X-Should-Retry: false",
                cast.error("INTERNAL_ERROR").with("X-Should-Retry", "false")),
            cast.start(),
            "SEND-01"),
        ClientCase.of(
            script(
                "full-then-out-of-credits",
                "503, then 402",
                cast.error("OVERLOADED"),
                cast.error("INSUFFICIENT_CREDITS")),
            cast.start(),
            "SEND-01",
            "READ-02"),
        ClientCase.of(
            script(
                "limit-then-revoked",
                "429, then 401",
                cast.error("RATE_LIMIT"),
                cast.error("KEY_REVOKED")),
            cast.start(),
            "SEND-01",
            "READ-02"),
        others("page-502", "502 as a page of a proxy", cast.page(502)),
        others("page-503", "503 as a page of a proxy", cast.page(503)),
        others("page-429", "429 as a page of a proxy", cast.page(429)),
        others("page-404", "404 as a page of a proxy", cast.page(404)),
        others("empty-500", "500 without a body", Reply.of(500, "")),
        others("empty-401", "401 without a body", Reply.of(401, "")),
        others(
            "list-500",
            "500 with a JSON list",
            Reply.of(500, "[]").with("Content-Type", "application/json")),
        others(
            "half-a-json-503",
            "503 with JSON that ends too soon",
            Reply.of(503, "{\"error\":\"OVERLOADED\",\"mess")
                .with("Content-Type", "application/json")),
        others(
            "half-a-body-503",
            "503 whose connection ends too soon",
            Reply.of(503, cast.error("OVERLOADED").body())
                .with("Content-Type", "application/json")
                .coming(Reply.Manner.CUT)),
        ClientCase.of(
            script(
                "interim-then-accepted",
                "103, and then 202 to the same request",
                accepted.coming(Reply.Manner.AFTER_A_HINT)),
            cast.start(),
            "READ-01",
            "READ-07"),
        ClientCase.of(
            script(
                "interim-then-refused",
                "103, and then 402 to the same request",
                cast.error("INSUFFICIENT_CREDITS").coming(Reply.Manner.AFTER_A_HINT)),
            cast.start(),
            "READ-02",
            "READ-07"),
        elsewhere("led-elsewhere-301", 301, cast.get()),
        elsewhere("led-elsewhere-307", 307, cast.start()),
        ClientCase.of(
            script("page-200", "202 that is a page of a portal", cast.page(202)),
            cast.startFewTimes(),
            "READ-01",
            "READ-05"));
  }

  private ClientCase elsewhere(String name, int status, Ask ask) {
    Reply reply = Reply.of(status, "").with("Location", Reply.ELSEWHERE + "/welcome");
    return ClientCase.of(
        script(name, status + " by a proxy, that leads to another host", reply), ask, "READ-08");
  }

  private ClientCase others(String name, String about, Reply reply) {
    return ClientCase.of(script(name, about, reply), cast.startFewTimes(), "READ-04");
  }
}
