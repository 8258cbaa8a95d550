package dev.waymark.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Puts calls on threads of their own. */
final class AsyncCalls implements AutoCloseable {

  private final ExecutorService threads;
  private final RunningCalls running;

  AsyncCalls(ExecutorService threads, RunningCalls running) {
    this.threads = threads;
    this.running = running;
  }

  /** All that goes wrong comes by the future, that the client is closed included. */
  <T> CompletableFuture<T> start(Supplier<T> work) {
    try {
      running.begin();
    } catch (IllegalStateException closed) {
      return CompletableFuture.failedFuture(closed);
    }
    AsyncCall<T> call = new AsyncCall<>(work, running);
    try {
      threads.execute(call);
    } catch (RuntimeException | Error noThread) {
      running.end();
      return CompletableFuture.failedFuture(noThread);
    }
    return call.result();
  }

  /** No further thread begins; those that are busy end by themselves. */
  @Override
  public void close() {
    threads.shutdown();
  }

  /** The busy ones are interrupted. */
  void breakOff() {
    threads.shutdownNow();
  }
}
