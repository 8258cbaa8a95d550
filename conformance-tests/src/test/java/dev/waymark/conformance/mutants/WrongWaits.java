package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Answer;
import java.util.List;

/** Waits that are missing, unreadable or not true. */
final class WrongWaits {
  private static final String SECONDS = "Retry-After";
  private static final String MILLIS = "Retry-After-Ms";

  private WrongWaits() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "rate-limit-without-a-wait",
            "RATE_LIMIT has neither Retry-After nor Retry-After-Ms.",
            (_, answer) -> Errors.has(answer, "RATE_LIMIT") ? bare(answer) : answer),
        Mutant.of(
            "overload-without-a-wait",
            "OVERLOADED has neither Retry-After nor Retry-After-Ms.",
            (_, answer) -> Errors.has(answer, "OVERLOADED") ? bare(answer) : answer),
        ofRate("wait-of-nothing", "Retry-After of RATE_LIMIT is 0.", "0"),
        ofRate("wait-with-a-fraction", "Retry-After of RATE_LIMIT has a fraction.", "6.8"),
        ofRate(
            "wait-as-a-date",
            "Retry-After of RATE_LIMIT is a date.",
            "Thu, 01 Jan 2026 00:01:00 GMT"),
        Mutant.of(
            "wait-too-short",
            "RATE_LIMIT tells everywhere half the wait.",
            (asked, answer) ->
                Errors.has(answer, "RATE_LIMIT")
                    ? Errors.withWait(asked, answer, millis -> Math.max(1, millis / 2))
                    : answer),
        Mutant.of(
            "wait-too-long",
            "RATE_LIMIT tells everywhere twenty seconds too many.",
            (asked, answer) ->
                Errors.has(answer, "RATE_LIMIT")
                    ? Errors.withWait(asked, answer, millis -> millis + 20_000)
                    : answer),
        Mutant.of(
            "waits-differ",
            "Retry-After-Ms is two seconds more than Retry-After.",
            (_, answer) ->
                answer.isError()
                    ? answer.changing(MILLIS, value -> String.valueOf(Long.parseLong(value) + 2000))
                    : answer),
        Mutant.of(
            "wait-rounded-down",
            "Retry-After is rounded down, so that who obeys it comes too early.",
            (_, answer) ->
                answer
                    .header(MILLIS)
                    .filter(_ -> answer.isError())
                    .map(millis -> answer.with(SECONDS, floor(millis)))
                    .orElse(answer)),
        Mutant.of(
            "wait-not-in-the-body",
            "retry of RATE_LIMIT has no after_ms.",
            (asked, answer) ->
                Errors.has(answer, "RATE_LIMIT")
                    ? Errors.edit(
                        asked,
                        answer,
                        error -> {
                          error.putObject("retry").put("strategy", "after_delay");
                          return error;
                        })
                    : answer));
  }

  private static Mutant ofRate(String name, String does, String value) {
    return Mutant.of(
        name,
        does,
        (_, answer) -> Errors.has(answer, "RATE_LIMIT") ? answer.with(SECONDS, value) : answer);
  }

  private static Answer bare(Answer answer) {
    return answer.without(SECONDS).without(MILLIS);
  }

  private static String floor(String millis) {
    return String.valueOf(Math.max(1, Long.parseLong(millis) / 1000));
  }
}
