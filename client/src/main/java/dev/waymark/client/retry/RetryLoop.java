package dev.waymark.client.retry;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.InterruptedBeforeSending;
import dev.waymark.client.transport.NotInTime;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call until it succeeds, cannot, or is given up by the policy. The budget is shared by all
 * calls of a client. Safe for many threads; an interrupt ends it at once, also while it waits.
 */
public final class RetryLoop {

  private final RetryPolicy policy;
  private final RetryDecision decision;
  private final RetryBudget budget;
  private final Time time;
  private final Pauses pauses;
  private final DoubleSupplier random;
  private final RetryReports reports;

  /** {@code random} gives numbers from 0 to 1. */
  public RetryLoop(
      RetryPolicy policy, Time time, Pauses pauses, DoubleSupplier random, CallListener listener) {
    this(
        policy, new RetryBudget(policy.budget()), time, pauses, random, new RetryReports(listener));
  }

  private RetryLoop(
      RetryPolicy policy,
      RetryBudget budget,
      Time time,
      Pauses pauses,
      DoubleSupplier random,
      RetryReports reports) {
    this.policy = policy;
    this.decision = new RetryDecision(policy);
    this.budget = budget;
    this.time = time;
    this.pauses = pauses;
    this.random = random;
    this.reports = reports;
  }

  /** The same, with the same budget, for calls that have another deadline. */
  public RetryLoop withDeadline(Duration deadline) {
    return new RetryLoop(policy.withDeadline(deadline), budget, time, pauses, random, reports);
  }

  /**
   * A call, as far as its repetition goes.
   *
   * @param operation for reports
   * @param repeatable whether the call does no more the second time than the first
   * @param limit how long it may take, if that is less than the policy's deadline
   */
  public record Call(String operation, boolean repeatable, Duration limit) {}

  /** One attempt. */
  @FunctionalInterface
  public interface Attempt<T> {

    /** {@code number} counts from 1; {@code left} is what remains of the call's time. */
    Answer<T> send(int number, Duration left) throws IOException, InterruptedException;
  }

  /** {@code reader} is asked about answers that are no success. */
  public <T> Outcome<T> run(Call call, Function<Answer<T>, Refusal> reader, Attempt<T> attempt) {
    Duration begin = time.elapsed();
    Duration end = begin.plus(Durations.smaller(call.limit(), policy.deadline()));
    boolean unknown = false;
    int waits = 0;
    @Nullable Trial<T> trial = null;
    for (int number = 1; ; number++) {
      try {
        Answer<T> answer = attempt.send(number, left(end));
        if (answer.isSuccess()) {
          budget.succeeded();
          return new Outcome.Success<>(
              answer, attempts(number, begin, GaveUp.WOULD_NOT_HELP, unknown));
        }
        trial = new Trial.Answered<>(answer, reader.apply(answer));
      } catch (NotInTime failure) {
        Trial<T> last = trial == null ? new Trial.Failed<>(failure) : trial;
        return last.asLast(attempts(number - 1, begin, GaveUp.DEADLINE, unknown));
      } catch (IOException failure) {
        trial = new Trial.Failed<>(failure);
      } catch (InterruptedBeforeSending interrupt) {
        return interrupted(interrupt, attempts(number - 1, begin, GaveUp.INTERRUPTED, unknown));
      } catch (InterruptedException interrupt) {
        return interrupted(interrupt, attempts(number, begin, GaveUp.INTERRUPTED, true));
      }
      unknown = trial.outcomeUnknown(unknown);
      Verdict verdict = trial.verdict(decision, call.repeatable(), number - waits);
      Duration wait = waitAfter(verdict);
      GaveUp reason = reasonToStop(verdict, wait, end);
      if (reason != null) {
        return trial.asLast(attempts(number, begin, reason, unknown));
      }
      reports.retrying(call.operation(), number + 1, wait, trial);
      try {
        if (pauses.pause(wait, trial.refused(), left(end))) {
          waits++;
        }
      } catch (InterruptedException interrupt) {
        return interrupted(interrupt, attempts(number, begin, GaveUp.INTERRUPTED, unknown));
      }
      if (left(end).isZero()) {
        return trial.asLast(attempts(number, begin, GaveUp.DEADLINE, unknown));
      }
    }
  }

  private static <T> Outcome<T> interrupted(InterruptedException interrupt, Attempts attempts) {
    return new Outcome.Interrupted<>(interrupt, attempts);
  }

  private Attempts attempts(int count, Duration begin, GaveUp reason, boolean unknown) {
    return new Attempts(count, time.elapsed().minus(begin), reason, unknown);
  }

  private Duration waitAfter(Verdict verdict) {
    // Java 17 has no switch over patterns.
    return verdict instanceof Verdict.Again again
        ? again.floor().plusNanos((long) (again.spread().toNanos() * random.getAsDouble()))
        : Duration.ZERO;
  }

  private @Nullable GaveUp reasonToStop(Verdict verdict, Duration wait, Duration end) {
    if (verdict instanceof Verdict.Enough enough) {
      return enough.reason();
    }
    if (wait.compareTo(left(end)) >= 0) {
      return GaveUp.DEADLINE;
    }
    boolean outage = verdict instanceof Verdict.Again again && again.outage();
    return outage && !budget.take() ? GaveUp.BUDGET_EMPTY : null;
  }

  private Duration left(Duration end) {
    Duration left = end.minus(time.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
