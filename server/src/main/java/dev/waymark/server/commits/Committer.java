package dev.waymark.server.commits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that commits what has queued for it while it committed the last: no caller is kept
 * waiting for others to come.
 */
final class Committer {
  private static final long IDLE_LOOK_MILLIS = 100;

  /** A batch takes no more members once they write this much. */
  private static final long MOST_BYTES = 4 * 1024 * 1024;

  private final Transactions transactions;
  private final BlockingQueue<Submission<?>> queue;
  private final int batchSize;
  private final Thread thread;
  private volatile boolean stopping;

  Committer(String name, Transactions transactions, int queueSize, int batchSize) {
    this.transactions = transactions;
    this.queue = new LinkedBlockingQueue<>(queueSize);
    this.batchSize = batchSize;
    // A platform thread: an interrupt would close the connection under a virtual one that waits for
    // the database.
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** False if there is no room. */
  boolean offer(Submission<?> submission) {
    return queue.offer(submission);
  }

  int queued() {
    return queue.size();
  }

  /** True if it was still queued; then it will not be committed. */
  boolean remove(Submission<?> submission) {
    return queue.remove(submission);
  }

  private void run() {
    List<Submission<?>> batch = new ArrayList<>();
    while (gather(batch)) {
      if (!batch.isEmpty()) {
        transactions.commit(List.copyOf(batch)).forEach(this::putBack);
      }
      batch.clear();
    }
  }

  /** False if there is nothing more and nothing will come. */
  private boolean gather(List<Submission<?>> batch) {
    try {
      Submission<?> first = queue.poll(IDLE_LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        return !stopping;
      }
      batch.add(first);
      long bytes = first.member().bytes();
      while (batch.size() < batchSize && bytes <= MOST_BYTES) {
        Submission<?> next = queue.poll();
        if (next == null) {
          break;
        }
        batch.add(next);
        bytes += next.member().bytes();
      }
      batch.removeIf(submission -> !submission.take());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void putBack(Submission<?> submission) {
    if (!submission.putBack() || !queue.offer(submission)) {
      submission.fail(GroupCommit.full());
    }
  }

  /** Commits what is queued, and returns when that is done or the grace is over. */
  void stop(Duration grace) throws InterruptedException {
    stopping = true;
    if (thread.getState() != Thread.State.NEW) {
      thread.join(grace);
    }
  }
}
