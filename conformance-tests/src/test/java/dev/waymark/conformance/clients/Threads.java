package dev.waymark.conformance.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads of one program that all do the same at the same time. */
final class Threads {
  private static final long PATIENCE_MINUTES = 5;

  private Threads() {}

  /** What one of them does. */
  @FunctionalInterface
  interface Work {
    void run(int thread) throws Exception;
  }

  /** Those that run. */
  record Running(ExecutorService threads, List<Future<?>> work) {

    /** Returns when all are done; fails with what made one of them fail. */
    void join() throws Exception {
      try (threads) {
        for (Future<?> each : work) {
          each.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        }
      }
    }
  }

  static Running start(int count, Work work) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < count; thread++) {
      int number = thread;
      all.add(
          threads.submit(() -> {
            work.run(number);
            return null;
          }));
    }
    return new Running(threads, all);
  }
}
