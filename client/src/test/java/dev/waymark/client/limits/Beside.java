package dev.waymark.client.limits;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that another thread does. */
final class Beside<T> {

  private static final long PATIENCE_SECONDS = 30;

  private final FutureTask<T> task;
  private final Thread thread;

  private Beside(Callable<T> work) {
    task = new FutureTask<>(work);
    thread = new Thread(task, "beside");
    thread.setDaemon(true);
    thread.start();
  }

  static <T> Beside<T> of(Callable<T> work) {
    return new Beside<>(work);
  }

  /** Comes back when that thread waits until a time is over or it is called. */
  static <T> Beside<T> waiting(Callable<T> work) {
    Beside<T> beside = new Beside<>(work);
    while (beside.thread.getState() != Thread.State.TIMED_WAITING) {
      if (beside.task.isDone()) {
        throw new AssertionError("it does not wait");
      }
      Thread.onSpinWait();
    }
    return beside;
  }

  boolean stillWaits() {
    while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
      Thread.onSpinWait();
    }
    return !task.isDone();
  }

  void interrupt() {
    thread.interrupt();
  }

  T result() throws ExecutionException, InterruptedException, TimeoutException {
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
