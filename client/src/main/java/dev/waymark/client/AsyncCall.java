package dev.waymark.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call on a thread of its own, which ends as soon as nobody wants its result any more. */
final class AsyncCall<T> implements Runnable {

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Supplier<T> work;
  private final RunningCalls running;
  private @Nullable Thread thread;

  /** It has begun already, and is told to have ended when it has. */
  AsyncCall(Supplier<T> work, RunningCalls running) {
    this.work = work;
    this.running = running;
    CompletableFuture<T> unused = result.whenComplete((value, failure) -> stop());
  }

  CompletableFuture<T> result() {
    return result;
  }

  @Override
  public void run() {
    if (!takeThread()) {
      running.end();
      return;
    }
    try {
      T value = running.within(work);
      leave();
      result.complete(value);
    } catch (Throwable failure) {
      leave();
      result.completeExceptionally(failure);
    }
  }

  /** False when it was cancelled before it began. */
  private synchronized boolean takeThread() {
    if (result.isDone()) {
      return false;
    }
    thread = Thread.currentThread();
    return true;
  }

  private void leave() {
    synchronized (this) {
      thread = null;
      // One that was meant for this call must not reach the thread's next one.
      Thread.interrupted();
    }
    running.end();
  }

  /** Of a call that has ended by itself there is nothing left to stop. */
  private synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
