package dev.waymark.server.commits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A member on its way to its commit, and the caller who waits for it. */
final class Submission<T> {
  private enum Stage {
    QUEUED,
    TAKEN,
    /** Being committed, and its caller has waited for as long as it may. */
    OVERDUE,
    WITHDRAWN
  }

  private final Member<T> member;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
  // Written and read by the one thread that has the batch.
  private @Nullable Runnable decided;

  Submission(Member<T> member) {
    this.member = member;
  }

  Member<T> member() {
    return member;
  }

  /** False if the caller no longer waits: then nothing is to be done. */
  boolean take() {
    return stage.compareAndSet(Stage.QUEUED, Stage.TAKEN);
  }

  /**
   * Back to the queue, for its account was locked. False if the caller has waited for as long as it
   * may: then it is not to be begun again, and to be told so.
   */
  boolean putBack() {
    return stage.compareAndSet(Stage.TAKEN, Stage.QUEUED);
  }

  /** Has the member decide; a refusal is an answer too. Nobody is told before {@link #tell}. */
  void decide(Batch batch, Class<? extends RuntimeException> refusals) {
    try {
      T value = member.decide(batch);
      decided = () -> answer.complete(value);
    } catch (RuntimeException e) {
      if (!refusals.isInstance(e)) {
        throw e;
      }
      decided = () -> answer.completeExceptionally(e);
    }
  }

  /** Tells the caller what was decided. */
  void tell() {
    if (decided != null) {
      decided.run();
    }
  }

  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  /**
   * Waits until it is answered. False if it was not even begun within that time; then it never will
   * be. What was begun by then is answered soon, for it is not put back any more. An interrupt
   * changes nothing.
   */
  boolean isAnsweredWithin(Duration longest) {
    boolean interrupted = false;
    try {
      answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return stage.updateAndGet(Submission::givenUp) != Stage.WITHDRAWN;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return true;
  }

  private static Stage givenUp(Stage stage) {
    return switch (stage) {
      case QUEUED, WITHDRAWN -> Stage.WITHDRAWN;
      case TAKEN, OVERDUE -> Stage.OVERDUE;
    };
  }
}
