package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** Credits that are taken, kept or told wrongly, and places that are not counted. */
final class WrongMoney {
  private static final String REMAINING = "X-Credits-Remaining";

  private WrongMoney() {}

  static List<Mutant> all() {
    return List.of(
        Charging.mutant(
            "unprocessable-charged",
            "A start that is refused as wrong costs a credit.",
            (asked, answer) -> answer.status() == 422 && Calls.isStart(asked)),
        Charging.mutant(
            "rate-limited-charged",
            "A call over the rate limit costs a credit.",
            (_, answer) -> Errors.has(answer, "RATE_LIMIT")),
        Charging.mutant(
            "overload-charged",
            "A call that finds no room costs a credit.",
            (_, answer) -> answer.status() == 503),
        Charging.mutant(
            "refusal-at-the-concurrency-limit-charged",
            "A start beyond the concurrency limit costs a credit.",
            (_, answer) -> Errors.has(answer, "CONCURRENCY_LIMIT")),
        Charging.mutant(
            "ceiling-refusal-charged",
            "A start over the caller's own ceiling says charge none and costs a credit.",
            (_, answer) -> Errors.has(answer, "MAX_CREDITS_EXCEEDED")),
        Charging.mutant(
            "quote-charged",
            "A quote costs a credit.",
            (asked, answer) -> answer.status() == 200 && Calls.is(asked, "quoteGeneration")),
        Mutant.remembering(
            "cancelled-not-released",
            "What a cancelled generation held is not given back.",
            () ->
                new Charging(
                    (asked, answer) ->
                        answer.status() == 200 && Calls.is(asked, "cancelGeneration"),
                    WrongMoney::estimate)),
        Mutant.remembering("ceiling-ignored", "X-Max-Credits is not read.", WithoutCeiling::new),
        Mutant.remembering(
            "quota-ignored",
            "A key spends more than its quota.",
            () -> WrongLimits.answeredByTwin("KEY_QUOTA_EXCEEDED")),
        Mutant.of(
            "remaining-credits-wrong",
            "X-Credits-Remaining is one credit too many.",
            (_, answer) ->
                answer.changing(REMAINING, value -> String.valueOf(Long.parseLong(value) + 1))),
        Mutant.of(
            "charged-credits-wrong",
            "A start tells that it has charged nothing.",
            (asked, answer) ->
                Calls.isStart(asked) ? answer.changing("X-Credits-Charged", _ -> "0") : answer),
        Mutant.of(
            "no-credits-told",
            "A start does not tell what it has charged and what is left.",
            (asked, answer) ->
                Calls.isStart(asked)
                    ? answer.without("X-Credits-Charged").without(REMAINING)
                    : answer),
        Mutant.of(
            "quote-too-cheap",
            "A quote is a credit lower than the price.",
            (asked, answer) ->
                Calls.is(asked, "quoteGeneration") && !answer.isError()
                    ? answer.withJson(quote -> less(quote, "credits"))
                    : answer),
        Mutant.of(
            "estimate-too-low",
            "A start tells a credit less than it holds.",
            (asked, answer) ->
                answer.status() == 202
                    ? answer.withJson(started -> less(started, "credits_estimate"))
                    : answer),
        Mutant.of(
            "use-told-wrongly",
            "A completed generation tells that it was free.",
            (asked, answer) ->
                Calls.is(asked, "getGeneration") && !answer.isError()
                    ? answer.withJson(WrongMoney::free)
                    : answer),
        Mutant.of(
            "ledger-lacks-releases",
            "What was given back is not among the transactions.",
            (asked, answer) ->
                Calls.is(asked, "listTransactions") && !answer.isError()
                    ? answer.withJson(page -> without(page, "release"))
                    : answer),
        Mutant.of(
            "held-credits-spendable",
            "The balance of an account has in it what is held.",
            (asked, answer) ->
                Calls.is(asked, "getAccount") && !answer.isError()
                    ? answer.withJson(WrongMoney::withHeld)
                    : answer),
        Mutant.remembering(
            "concurrency-not-enforced",
            "A start beyond the concurrency limit is accepted.",
            () -> answeredToStranger("CONCURRENCY_LIMIT")),
        Mutant.of(
            "places-told-wrongly",
            "X-Concurrency-Remaining never falls.",
            (_, answer) ->
                answer.changing(
                    "X-Concurrency-Remaining",
                    value -> answer.header("X-Concurrency-Limit").orElse(value))),
        Mutant.of(
            "running-not-named",
            "CONCURRENCY_LIMIT does not name the generations in flight.",
            (asked, answer) ->
                Errors.has(answer, "CONCURRENCY_LIMIT")
                    ? Errors.edit(
                        asked,
                        answer,
                        error -> {
                          error.putArray("running");
                          return error;
                        })
                    : answer));
  }

  /** Whoever is refused for this is answered as somebody else is. */
  static Filter answeredToStranger(String... codes) {
    return new Filter() {
      @Override
      public Answer answer(Request asked, Answer answer, Behind behind) {
        return Errors.has(answer, codes)
            ? behind.send(Behind.by(behind.stranger(), asked))
            : answer;
      }
    };
  }

  private static long estimate(Answer answer) {
    return answer.json().map(body -> body.path("credits_estimate").asLong()).orElse(0L);
  }

  private static ObjectNode less(ObjectNode node, String name) {
    return node.put(name, node.path(name).asLong() - 1);
  }

  private static ObjectNode free(ObjectNode generation) {
    return generation.path("credits_used").asLong() > 0
        ? generation.put("credits_used", 0)
        : generation;
  }

  private static ObjectNode without(ObjectNode page, String type) {
    ArrayNode left = page.arrayNode();
    page.path("data")
        .valueStream()
        .filter(entry -> !entry.path("type").asText().equals(type))
        .forEach(left::add);
    page.set("data", left);
    return page;
  }

  private static ObjectNode withHeld(ObjectNode account) {
    ObjectNode credits = (ObjectNode) account.path("credits");
    credits.put("balance", credits.path("balance").asLong() + credits.path("held").asLong());
    return account;
  }

  private static final class WithoutCeiling implements Filter {
    @Override
    public Request ask(Request asked, Behind behind) {
      return asked.has("X-Max-Credits") ? asked.without("X-Max-Credits") : asked;
    }
  }
}
