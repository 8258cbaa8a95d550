package dev.waymark.conformance.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same moment, each on a thread of its own. */
public final class Together {
  private Together() {}

  /** The results, in no order that means anything. */
  public static <T> List<T> times(int count, Callable<T> work) {
    List<Callable<T>> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      all.add(work);
    }
    return all(all);
  }

  /** The results in the order of the work. */
  public static <T> List<T> all(List<Callable<T>> work) {
    CyclicBarrier barrier = new CyclicBarrier(work.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> one : work) {
        futures.add(
            threads.submit(() -> {
              barrier.await();
              return one.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
