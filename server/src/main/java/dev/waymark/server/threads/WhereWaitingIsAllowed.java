package dev.waymark.server.threads;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a task at once on a thread that is virtual already, and on a new one otherwise. */
final class WhereWaitingIsAllowed extends AbstractExecutorService {
  private final ExecutorService others;

  WhereWaitingIsAllowed(ExecutorService others) {
    this.others = others;
  }

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().isVirtual()) {
      task.run();
    } else {
      others.execute(task);
    }
  }

  @Override
  public void shutdown() {
    others.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return others.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return others.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return others.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return others.awaitTermination(timeout, unit);
  }
}
