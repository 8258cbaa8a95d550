package dev.waymark.conformance.subject;

import dev.waymark.server.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The server's clock and pause: time stands still until a test lets it pass. Only the short pauses
 * between two looks at something, below one second, pass by themselves.
 */
public final class SteeredTime extends Clock implements Pause {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int MOST_SECONDS = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition passed = lock.newCondition();
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  public void pass(Duration duration) {
    lock.lock();
    try {
      now = now.plus(duration);
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets a second pass again and again, until the answer is there. */
  public <T> T passUntil(CompletableFuture<T> answer) {
    for (int seconds = 0; seconds < MOST_SECONDS; seconds++) {
      try {
        return answer.get(40, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        pass(Duration.ofSeconds(1));
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("There was no answer in " + MOST_SECONDS + " seconds");
  }

  @Override
  public Instant instant() {
    Faults.strikeClock();
    return now;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (duration.compareTo(SHORT) < 0) {
      Thread.sleep(duration);
      return;
    }
    lock.lockInterruptibly();
    try {
      Instant end = now.plus(duration);
      while (now.isBefore(end)) {
        passed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the server works in UTC");
  }
}
