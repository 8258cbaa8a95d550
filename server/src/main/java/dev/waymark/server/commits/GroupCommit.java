package dev.waymark.server.commits;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.lifecycle.BackgroundWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Commits the members of many callers in shared transactions, and answers each only after its own
 * commit is durable.
 *
 * <p>A member that fails or is refused does not touch the others. Of a commit whose outcome is not
 * known all members are told that, and none is tried again. At most {@code
 * waymark.commits.queue-size} wait, for at most {@code waymark.commits.max-wait} until they are
 * begun; beyond either the answer is {@code OVERLOADED} and nothing has happened.
 *
 * <p>Before the start and after the stop everyone commits alone.
 */
@Singleton
public final class GroupCommit implements BackgroundWork {
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);
  private static final Duration FULL_PAUSE = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final Duration maxWait;
  private final List<Committer> committers;
  private volatile boolean open;

  GroupCommit(Transactions transactions, CommitSettings settings) {
    this.transactions = transactions;
    this.maxWait = settings.maxWait();
    int queueSize = Math.ceilDiv(settings.queueSize(), settings.threads());
    this.committers =
        IntStream.rangeClosed(1, settings.threads())
            .mapToObj(number ->
                new Committer("commits-" + number, transactions, queueSize, settings.batchSize()))
            .toList();
  }

  @Override
  public void start() {
    committers.forEach(Committer::start);
    open = true;
  }

  /** Returns what the member decided, or throws its refusal, once that is committed. */
  public <T> T submit(Member<T> member) {
    return await(enqueue(member));
  }

  /**
   * The same for several, which can share transactions; in their order. The first failure is
   * thrown.
   */
  public <T> List<T> submitAll(List<? extends Member<T>> members) {
    List<Submission<T>> submitted = members.stream().<Submission<T>>map(this::enqueue).toList();
    return submitted.stream().map(this::await).toList();
  }

  private <T> Submission<T> enqueue(Member<T> member) {
    Submission<T> submission = new Submission<>(member);
    if (!open) {
      commitAlone(submission);
      return submission;
    }
    Committer committer = committer(member);
    if (!committer.offer(submission)) {
      submission.fail(full());
    } else if (!open && committer.remove(submission)) {
      // The stop came in between, and perhaps nobody looks into the queue any more.
      commitAlone(submission);
    }
    return submission;
  }

  private void commitAlone(Submission<?> submission) {
    if (submission.take()) {
      transactions.commit(List.of(submission)).forEach(locked -> locked.fail(full()));
    }
  }

  private Committer committer(Member<?> member) {
    return committers.get(Math.floorMod(member.account().hashCode(), committers.size()));
  }

  private <T> T await(Submission<T> submission) {
    CompletableFuture<T> answer = submission.answer();
    if (!submission.isAnsweredWithin(maxWait)) {
      throw full();
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw failure(e.getCause());
    }
  }

  /** A refusal as it is; a failure in one's own words, for it may have come to many. */
  private static RuntimeException failure(@Nullable Throwable cause) {
    return cause instanceof ApiException refusal ? refusal : new CommitFailure(cause);
  }

  /** How many wait until they are begun. */
  int queued() {
    return committers.stream().mapToInt(Committer::queued).sum();
  }

  static ApiException full() {
    return Errors.overloaded(FULL_PAUSE);
  }

  @Override
  public void stop() {
    open = false;
    try {
      for (Committer committer : committers) {
        committer.stop(STOP_GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
