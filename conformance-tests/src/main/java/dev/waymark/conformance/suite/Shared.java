package dev.waymark.conformance.suite;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Made by the first that asks; the others wait for it. */
final class Shared<T> {
  private final FutureTask<T> making;

  Shared(Supplier<T> maker) {
    this.making = new FutureTask<>(maker::get);
  }

  /** Throws what the making threw, to everyone who asks. */
  T get() {
    making.run();
    try {
      return making.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while something was made", e);
    }
  }
}
