package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Rate limits that are told wrongly, or not kept. */
final class WrongLimits {
  private static final String LIMIT = "X-RateLimit-Limit";
  private static final String REMAINING = "X-RateLimit-Remaining";
  private static final String RESET = "X-RateLimit-Reset";
  private static final String STATE = "RateLimit";
  private static final String POLICY = "RateLimit-Policy";

  private WrongLimits() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "remaining-never-falls",
            "Every answer but a refusal tells that all calls but one remain.",
            (_, answer) ->
                answer.has(LIMIT) && !Errors.has(answer, "RATE_LIMIT")
                    ? remaining(answer, Long.parseLong(answer.header(LIMIT).orElseThrow()) - 1)
                    : answer),
        Mutant.of(
            "remaining-below-zero",
            "RATE_LIMIT tells that -1 calls remain.",
            (_, answer) -> Errors.has(answer, "RATE_LIMIT") ? remaining(answer, -1) : answer),
        Mutant.of(
            "limit-told-wrongly",
            "Twice the calls that are admitted are told as the limit.",
            (_, answer) -> doubled(answer)),
        Mutant.remembering(
            "limit-not-enforced",
            "No key is ever over its limit.",
            () -> answeredByTwin("RATE_LIMIT")),
        Mutant.remembering(
            "refused-calls-counted", "A refused call counts against the limit.", Counting::new),
        Mutant.of(
            "limits-not-told-on-success",
            "Only errors tell where the caller stands.",
            (_, answer) -> answer.isError() ? answer : untold(answer)),
        Mutant.of(
            "limits-not-told-on-errors",
            "Only successes tell where the caller stands.",
            (_, answer) -> answer.isError() ? untold(answer) : answer),
        Mutant.of(
            "reset-as-a-distance",
            "X-RateLimit-Reset is in seconds from now.",
            (_, answer) ->
                answer.changing(
                    RESET, _ -> answer.header(STATE).orElse("").replaceAll(".*t=", ""))),
        Mutant.of(
            "limits-told-differently",
            "RateLimit tells one call more than X-RateLimit-Remaining.",
            (_, answer) ->
                answer.changing(
                    STATE,
                    value ->
                        value.replaceFirst(
                            "r=\\d+",
                            "r=" + (Long.parseLong(answer.header(REMAINING).orElse("0")) + 1)))),
        Mutant.remembering(
            "counts-twice", "Every call of a list counts two calls.", CountingTwice::new));
  }

  /** Whoever is refused for this is answered as another key of the account is. */
  static Filter answeredByTwin(String... codes) {
    return new Filter() {
      @Override
      public Answer answer(Request asked, Answer answer, Behind behind) {
        return Errors.has(answer, codes)
            ? Behind.key(asked)
                .flatMap(behind::twin)
                .map(twin -> behind.send(Behind.by(twin, asked)))
                .orElse(answer)
            : answer;
      }
    };
  }

  private static Answer remaining(Answer answer, long calls) {
    return answer
        .with(REMAINING, String.valueOf(calls))
        .changing(STATE, value -> value.replaceFirst("r=\\d+", "r=" + calls));
  }

  private static Answer doubled(Answer answer) {
    return answer
        .changing(LIMIT, value -> String.valueOf(2 * Long.parseLong(value)))
        .changing(
            POLICY,
            value ->
                value.replaceFirst(
                    "q=\\d+", "q=" + 2 * Long.parseLong(answer.header(LIMIT).orElse("0"))));
  }

  private static Answer untold(Answer answer) {
    Answer untold = answer;
    for (String name : List.of(LIMIT, REMAINING, RESET, STATE, POLICY)) {
      untold = untold.without(name);
    }
    return untold;
  }

  /** Makes up for the refused calls of a key before its next call. */
  private static final class Counting implements Filter {
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    @Override
    public Request ask(Request asked, Behind behind) {
      String key = Behind.key(asked).orElse("");
      AtomicInteger due = refused.remove(key);
      for (int call = 0; due != null && call < due.get(); call++) {
        behind.send(Behind.by(key, Request.get("/api/v1/account")));
      }
      return asked;
    }

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      if (Errors.has(answer, "RATE_LIMIT")) {
        Behind.key(asked)
            .ifPresent(
                key -> refused.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet());
      }
      return answer;
    }
  }

  private static final class CountingTwice implements Filter {
    @Override
    public Request ask(Request asked, Behind behind) {
      if (Calls.is(asked, "listModels", "listGenerations", "listKeys", "listTransactions")) {
        Behind.key(asked)
            .ifPresent(key -> behind.send(Behind.by(key, Request.get("/api/v1/account"))));
      }
      return asked;
    }
  }
}
