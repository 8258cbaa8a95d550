package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Generations that do not live and end as they are to. */
final class WrongLives {
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled", "expired");
  private static final List<String> OF_THE_END =
      List.of("finished_at", "credits_used", "output_url", "output_expires_at", "error");

  private WrongLives() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.remembering(
            "cancel-does-nothing",
            "To cancel shows the generation and changes nothing.",
            () -> new LookingOnly(false)),
        Mutant.remembering(
            "cancel-only-told",
            "To cancel shows the generation as cancelled and changes nothing.",
            () -> new LookingOnly(true)),
        Mutant.remembering(
            "second-cancel-refused",
            "A generation that was cancelled is GENERATION_NOT_CANCELLABLE.",
            CancelledOnce::new),
        Mutant.remembering(
            "ended-one-cancelled",
            "To cancel a generation that has completed shows it as cancelled.",
            CancelledAfterAll::new),
        Mutant.remembering(
            "ended-one-goes-on",
            "A generation that was seen in its final status is processing when it is read again.",
            GoingOn::new),
        Mutant.of(
            "completed-without-an-output",
            "A completed generation has no output_url.",
            (asked, answer) ->
                Calls.is(asked, "getGeneration") && !answer.isError()
                    ? answer.withJson(generation -> generation.without("output_url"))
                    : answer),
        Mutant.of(
            "failed-without-an-error",
            "A generation that has failed does not say why.",
            (asked, answer) ->
                Calls.is(asked, "getGeneration") && !answer.isError()
                    ? answer.withJson(generation -> generation.without("error"))
                    : answer),
        Mutant.of(
            "failure-kept-its-charge",
            "The error of a failed generation says that it was charged.",
            (asked, answer) ->
                Calls.is(asked, "getGeneration") && !answer.isError()
                    ? answer.withJson(WrongLives::charged)
                    : answer),
        Mutant.remembering(
            "waiting-not-done",
            "Prefer: wait is not heard of.",
            () -> without("Prefer", "getGeneration")),
        Mutant.remembering(
            "range-ignored",
            "An output is sent whole, whatever range was asked for.",
            () -> without("Range", "getOutput")));
  }

  /** Drops a header of a request before the server sees it. */
  static Filter without(String header, String... operations) {
    return new Filter() {
      @Override
      public Request ask(Request asked, Behind behind) {
        return asked.has(header) && Calls.is(asked, operations) ? asked.without(header) : asked;
      }
    };
  }

  private static boolean isCancel(Request asked) {
    return Calls.is(asked, "cancelGeneration");
  }

  private static boolean hasEnded(Answer answer) {
    return answer.json().filter(body -> ENDED.contains(body.path("status").asText())).isPresent();
  }

  private static ObjectNode charged(ObjectNode generation) {
    if (generation.path("error").path("charge") instanceof ObjectNode charge) {
      charge.put("state", "charged").put("credits", generation.path("credits_estimate").asLong());
    }
    return generation;
  }

  private static ObjectNode cancelled(ObjectNode generation) {
    generation.remove(OF_THE_END);
    return generation
        .put("status", "cancelled")
        .put("credits_used", 0)
        .put("finished_at", generation.path("created_at").asText());
  }

  private record LookingOnly(boolean claiming) implements Filter {
    @Override
    public Request ask(Request asked, Behind behind) {
      return isCancel(asked)
          ? asked.withMethod("GET").withTarget(asked.path().replaceFirst("/cancel$", ""))
          : asked;
    }

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      if (!isCancel(asked) || answer.isError()) {
        return answer;
      }
      if (hasEnded(answer)) {
        return behind.send(asked);
      }
      Answer told =
          answer
              .without("Retry-After")
              .with("X-Credits-Charged", "0")
              .with("X-Credits-Remaining", "0");
      return claiming ? told.withJson(WrongLives::cancelled) : told;
    }
  }

  private static final class CancelledOnce implements Filter {
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      return isCancel(asked) && answer.status() == 200 && !cancelled.add(asked.path())
          ? Errors.forged(asked, answer, "GENERATION_NOT_CANCELLABLE")
          : answer;
    }
  }

  private static final class CancelledAfterAll implements Filter {
    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      if (!isCancel(asked) || !Errors.has(answer, "GENERATION_NOT_CANCELLABLE")) {
        return answer;
      }
      Request look = asked.withMethod("GET").withTarget(asked.path().replaceFirst("/cancel$", ""));
      return behind
          .send(look)
          .with("X-Credits-Charged", "0")
          .with("X-Credits-Remaining", "0")
          .withJson(WrongLives::cancelled);
    }
  }

  private static final class GoingOn implements Filter {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      boolean again =
          Calls.is(asked, "getGeneration") && hasEnded(answer) && !seen.add(asked.path());
      return again
          ? answer.withJson(generation -> {
            generation.remove(OF_THE_END);
            return generation
                .put("status", "processing")
                .put("started_at", generation.path("created_at").asText());
          })
          : answer;
    }
  }
}
