package dev.waymark.conformance.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Idempotency-Keys that do not keep what they promise. */
final class WrongReplays {
  static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";

  private WrongReplays() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.remembering(
            "replay-runs-again",
            "A replay gives the first answer and starts a second generation all the same.",
            () -> new Replaying(true, (first, _) -> first)),
        Mutant.remembering(
            "replay-gives-another",
            "A replay is a new start that claims to be the first one.",
            () -> new Replaying(true, (_, second) -> second)),
        Charging.mutant(
            "replay-charged",
            "A replay costs a credit.",
            (_, answer) -> answer.header(REPLAYED).filter("true"::equals).isPresent()),
        Mutant.of(
            "replay-with-other-bytes",
            "A replay says the same with other bytes.",
            (_, answer) ->
                answer.header(REPLAYED).filter("true"::equals).isPresent()
                    ? answer
                        .json()
                        .map(body -> answer.withBody(body.toPrettyString().getBytes(UTF_8)))
                        .orElse(answer)
                    : answer),
        Mutant.of(
            "replay-not-told",
            "A replay does not say that it is one.",
            (_, answer) -> answer.changing(REPLAYED, _ -> "false")),
        Mutant.of(
            "replay-without-its-first-call",
            "A replay names itself as the first call.",
            (_, answer) ->
                answer.changing(
                    "X-Original-Request-Id", id -> answer.header("X-Request-Id").orElse(id))),
        Mutant.remembering(
            "other-body-accepted",
            "Another body under the same Idempotency-Key is another start.",
            () -> sentWithoutKey("IDEMPOTENCY_KEY_REUSED")),
        Mutant.remembering(
            "other-body-replayed",
            "Another body under the same Idempotency-Key gets the first answer.",
            () -> new Replaying(false, (first, _) -> first)),
        Mutant.remembering(
            "parallel-starts-twice",
            "Two starts at once with the same Idempotency-Key are two generations.",
            Parallel::new),
        Mutant.remembering(
            "keys-of-all-accounts",
            "An Idempotency-Key of one account gives another account its answer.",
            AllAccounts::new));
  }

  private static Filter sentWithoutKey(String code) {
    return new Filter() {
      @Override
      public Answer answer(Request asked, Answer answer, Behind behind) {
        return Errors.has(answer, code) ? behind.send(asked.without(KEY)) : answer;
      }
    };
  }

  /** Whose Idempotency-Key it is, and which. */
  private static String use(Request asked) {
    return asked.value(KEY).orElse("") + " " + Behind.key(asked).orElse("") + asked.path();
  }

  /**
   * Remembers first answers.
   *
   * @param again whether the same body is sent without its key; else only other bodies are answered
   *     otherwise
   * @param answer of the first and of the second answer
   */
  private record Replaying(
      boolean again, BiFunction<Answer, Answer, Answer> answer, Map<String, Answer> firsts)
      implements Filter {
    Replaying(boolean again, BiFunction<Answer, Answer, Answer> answer) {
      this(again, answer, new ConcurrentHashMap<>());
    }

    @Override
    public Request ask(Request asked, Behind behind) {
      return again && asked.has(KEY) && firsts.containsKey(sameBody(asked))
          ? asked.without(KEY)
          : asked;
    }

    @Override
    public Answer answer(Request asked, Answer second, Behind behind) {
      if (!asked.has(KEY)) {
        return second;
      }
      Answer first = firsts.get(again ? sameBody(asked) : use(asked));
      if (first == null) {
        if (second.status() == 202) {
          firsts.put(again ? sameBody(asked) : use(asked), second);
        }
        return second;
      }
      boolean meant = again ? second.status() == 202 : Errors.has(second, "IDEMPOTENCY_KEY_REUSED");
      return meant ? replayed(answer.apply(first, second), first, second) : second;
    }

    private static Answer replayed(Answer body, Answer first, Answer second) {
      return body.with(REPLAYED, "true")
          .with("X-Request-Id", second.header("X-Request-Id").orElse(""))
          .with("X-Original-Request-Id", first.header("X-Request-Id").orElse(""));
    }

    private static String sameBody(Request asked) {
      return use(asked) + new String(asked.body(), UTF_8);
    }
  }

  private static final class Parallel implements Filter {
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Override
    public Request ask(Request asked, Behind behind) {
      return asked.has(KEY) && !running.add(use(asked)) ? asked.without(KEY) : asked;
    }

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      running.remove(use(asked));
      return Errors.has(answer, "IDEMPOTENCY_IN_PROGRESS")
          ? behind.send(asked.without(KEY))
          : answer;
    }
  }

  private static final class AllAccounts implements Filter {
    private final Map<String, Map.Entry<String, Answer>> firsts = new ConcurrentHashMap<>();

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      String account = Behind.key(asked).flatMap(behind::account).orElse("");
      if (!asked.has(KEY) || answer.status() != 202 || account.isEmpty()) {
        return answer;
      }
      String key = asked.value(KEY).orElse("");
      Map.Entry<String, Answer> first = firsts.putIfAbsent(key, Map.entry(account, answer));
      return first == null || first.getKey().equals(account)
          ? answer
          : first
              .getValue()
              .with(REPLAYED, "true")
              .with("X-Request-Id", answer.header("X-Request-Id").orElse(""));
    }
  }
}
