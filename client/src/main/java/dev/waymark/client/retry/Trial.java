package dev.waymark.client.retry;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Faults;
import java.io.IOException;
import java.util.Optional;

/** What one attempt that did not succeed came to. */
sealed interface Trial<T> {

  Verdict verdict(RetryDecision decision, boolean repeatable, int attempt);

  /** Whether it is open whether the call was carried out, given whether it was before. */
  boolean outcomeUnknown(boolean before);

  Outcome<T> asLast(Attempts attempts);

  /** Empty when there was no answer. */
  Optional<Refusal> refused();

  /** In a few words, without anything of the request. */
  String reason();

  record Answered<T>(Answer<T> answer, Refusal refusal) implements Trial<T> {

    @Override
    public Verdict verdict(RetryDecision decision, boolean repeatable, int attempt) {
      return decision.after(refusal, repeatable, attempt);
    }

    @Override
    public boolean outcomeUnknown(boolean before) {
      return Settled.stillUnknown(before, refusal);
    }

    @Override
    public Outcome<T> asLast(Attempts attempts) {
      return new Outcome.Refused<>(answer, attempts);
    }

    @Override
    public Optional<Refusal> refused() {
      return Optional.of(refusal);
    }

    @Override
    public String reason() {
      return refusal
          .code()
          .map(code -> refusal.status() + " " + code)
          .orElse("" + refusal.status());
    }
  }

  record Failed<T>(IOException failure) implements Trial<T> {

    @Override
    public Verdict verdict(RetryDecision decision, boolean repeatable, int attempt) {
      return decision.after(failure, repeatable, attempt);
    }

    @Override
    public boolean outcomeUnknown(boolean before) {
      return before || Faults.mayHaveArrived(failure);
    }

    @Override
    public Outcome<T> asLast(Attempts attempts) {
      return new Outcome.Unanswered<>(failure, attempts);
    }

    @Override
    public Optional<Refusal> refused() {
      return Optional.empty();
    }

    @Override
    public String reason() {
      return failure.getClass().getSimpleName();
    }
  }
}
