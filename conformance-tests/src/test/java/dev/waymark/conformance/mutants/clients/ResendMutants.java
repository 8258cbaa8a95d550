package dev.waymark.conformance.mutants.clients;

import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.transport.Answer;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.judging.Variation;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Clients that send again what they must not, or not what they ought to, or at the wrong time. */
final class ResendMutants {
  private ResendMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant("retries 401", again(told -> status(told) == 401)),
        new Mutant("retries 402", again(told -> status(told) == 402)),
        new Mutant("retries 422", again(told -> status(told) == 422)),
        new Mutant("goes by the status alone", again(told -> status(told) >= 500)),
        new Mutant("retries whatever has failed", again(told -> status(told) != 429)),
        new Mutant("does not retry 408", never(answer -> answer.status() == 408)),
        new Mutant("does not retry 409", never(answer -> answer.status() == 409)),
        new Mutant("does not retry 429", never(answer -> answer.status() == 429)),
        new Mutant("does not retry 500", never(answer -> answer.status() == 500)),
        new Mutant("does not retry 503", never(answer -> answer.status() == 503)),
        new Mutant(
            "ignores X-Should-Retry: false",
            got(answer -> Answering.without(answer, "X-Should-Retry"))),
        new Mutant(
            "comes back a little too early", waits(pause -> pause.multipliedBy(95).dividedBy(100))),
        new Mutant("waits as it likes", waits(_ -> Duration.ofSeconds(1))),
        new Mutant("does not wait at all", waits(_ -> Duration.ZERO)),
        new Mutant(
            "does not read a date in Retry-After",
            got(answer ->
                answer.header("Retry-After").filter(wait -> wait.contains("GMT")).isPresent()
                    ? Answering.without(answer, "Retry-After")
                    : answer)),
        new Mutant(
            "obeys an absurd Retry-After",
            policy(policy ->
                policy.withLongestWait(Duration.ofDays(1)).withDeadline(Duration.ofDays(2)))),
        new Mutant("knows no deadline", policy(policy -> policy.withDeadline(Duration.ofDays(2)))),
        new Mutant("knows no most attempts", policy(policy -> policy.withAttempts(100))),
        new Mutant(
            "does not stop when told to",
            new Variation() {
              @Override
              public boolean stops() {
                return false;
              }
            }));
  }

  /** These break what one should do, and are to be warned. */
  static List<Mutant> poor() {
    return List.of(
        new Mutant(
            "takes an interim answer for the answer",
            new Variation() {
              @Override
              public boolean takesInterim() {
                return true;
              }
            }),
        new Mutant(
            "cuts off fractions of Retry-After",
            got(answer ->
                answer
                    .header("Retry-After")
                    .map(wait ->
                        Answering.with(answer, "Retry-After", wait.replaceFirst("\\.\\d+$", "")))
                    .orElse(answer))),
        new Mutant(
            "comes back without jitter",
            new Variation() {
              @Override
              public double random(double random) {
                return 0;
              }
            }),
        new Mutant(
            "does not double its waits",
            got(answer ->
                answer.status() == 500 && answer.header("X-Error-Code").isPresent()
                    ? Answering.withBody(
                        answer, body -> body.withObject("retry").put("max_ms", 1000))
                    : answer)));
  }

  static int status(Told told) {
    return told.status().orElse(0);
  }

  static Variation got(UnaryOperator<Answer<byte[]>> change) {
    return new Variation() {
      @Override
      public Answer<byte[]> got(Answer<byte[]> answer) {
        return change.apply(answer);
      }
    };
  }

  static Variation policy(UnaryOperator<RetryPolicy> change) {
    return new Variation() {
      @Override
      public RetryPolicy policy(RetryPolicy policy) {
        return change.apply(policy);
      }
    };
  }

  static Variation waits(UnaryOperator<Duration> change) {
    return new Variation() {
      @Override
      public Duration pause(Duration pause) {
        return change.apply(pause);
      }
    };
  }

  private static Variation again(Predicate<Told> when) {
    return new Variation() {
      @Override
      public boolean callsAgain(Told told, int calls) {
        return calls < 2 && told.outcome() == Told.Outcome.ERROR && when.test(told);
      }
    };
  }

  private static Variation never(Predicate<Answer<byte[]>> when) {
    return got(
        answer -> when.test(answer) ? Answering.with(answer, "X-Should-Retry", "false") : answer);
  }
}
