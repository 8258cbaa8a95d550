package dev.waymark.conformance.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.function.BiPredicate;

/** Callers who may do more than they may, or are told so in the wrong order. */
final class WrongAccess {
  private WrongAccess() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.remembering(
            "anonymous-accepted",
            "A call without a key is served.",
            () -> WrongMoney.answeredToStranger("UNAUTHORIZED")),
        Mutant.remembering(
            "any-key-accepted",
            "A key that nobody was given is served.",
            () -> WrongMoney.answeredToStranger("KEY_INVALID")),
        Mutant.remembering(
            "plan-not-asked",
            "A plan without the API has it.",
            () -> WrongMoney.answeredToStranger("TIER_LOCKED")),
        byTwin("revoked-key-accepted", "A revoked key goes on working.", "KEY_REVOKED"),
        byTwin("expired-key-accepted", "An expired key goes on working.", "KEY_EXPIRED"),
        byTwin("address-not-asked", "A key works from any address.", "IP_NOT_ALLOWED"),
        byTwin("models-of-keys-not-asked", "A key may use any model.", "MODEL_NOT_ALLOWED"),
        byTwin("scopes-not-asked", "A key may do all but what an operator may.", "SCOPE_MISSING"),
        Mutant.remembering("anybody-operates", "Any key has the scope operator.", Operating::new),
        otherwise(
            "key-before-route",
            "Whoever has no key is told so on paths that lead nowhere.",
            (asked, answer) -> Errors.has(answer, "ROUTE_NOT_FOUND") && !asked.has("Authorization"),
            "UNAUTHORIZED"),
        otherwise(
            "body-before-key",
            "Whoever sends no JSON and has no key is told of the JSON.",
            (asked, answer) ->
                Errors.has(answer, "UNAUTHORIZED", "KEY_INVALID") && !looksLikeJson(asked),
            "MALFORMED_REQUEST"),
        otherwise(
            "model-before-scope",
            "Whoever lacks the scope and names no model that is there is told of the model.",
            (asked, answer) ->
                Errors.has(answer, "SCOPE_MISSING")
                    && Calls.isStart(asked)
                    && new String(asked.body(), UTF_8).matches("(?s).*\"model\":\\s*\"no.*"),
            "UNKNOWN_MODEL"),
        Mutant.of(
            "forced-on-a-live-key",
            "A live key can force errors, too.",
            (asked, answer) -> forced(asked, answer)));
  }

  private static Mutant byTwin(String name, String does, String code) {
    return Mutant.remembering(name, does, () -> WrongLimits.answeredByTwin(code));
  }

  private static Mutant otherwise(
      String name, String does, BiPredicate<Request, Answer> where, String code) {
    return Mutant.of(
        name,
        does,
        (asked, answer) -> where.test(asked, answer) ? Errors.forged(asked, answer, code) : answer);
  }

  private static boolean looksLikeJson(Request asked) {
    return asked.body().length == 0 || new String(asked.body(), UTF_8).strip().endsWith("}");
  }

  private static Answer forced(Request asked, Answer answer) {
    String code = asked.value("X-Test-Error").orElse("").replaceAll("\\s*;.*", "");
    boolean live = Behind.key(asked).filter(key -> key.startsWith("wm_live_")).isPresent();
    boolean listed =
        Calls.operation(asked).filter(reached -> reached.codes().contains(code)).isPresent();
    return live && listed && !answer.isError() ? Errors.forged(asked, answer, code) : answer;
  }

  private static final class Operating implements Filter {
    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      boolean operators =
          Calls.operation(asked).filter(reached -> reached.scope().equals("operator")).isPresent();
      return operators && Errors.has(answer, "SCOPE_MISSING")
          ? behind.send(Behind.by(behind.operator(), asked))
          : answer;
    }
  }
}
