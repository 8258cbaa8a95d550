package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** Stations that share the work: most of a run waits for one answer or another. */
final class Stations implements AutoCloseable {
  private final List<Station> all = new ArrayList<>();
  private final BlockingQueue<Station> free;

  Stations(int count) {
    this.free = new ArrayBlockingQueue<>(Math.max(1, count));
    for (int number = 0; number < count; number++) {
      Station station = Station.open(number);
      all.add(station);
      free.add(station);
    }
  }

  /** One that nobody else uses meanwhile, for what is measured. */
  Station first() {
    return all.getFirst();
  }

  /** Tries each at whichever station is free, and returns when all are done. */
  void each(List<Mutant> mutants, BiConsumer<Station, Mutant> trial) {
    try (ExecutorService workers = Executors.newFixedThreadPool(all.size())) {
      List<Future<?>> trials = new ArrayList<>();
      mutants.forEach(mutant -> trials.add(workers.submit(() -> once(mutant, trial))));
      try {
        for (Future<?> one : trials) {
          one.get();
        }
      } catch (ExecutionException | InterruptedException e) {
        workers.shutdownNow();
        throw new IllegalStateException("The benchmark cannot go on", e);
      }
    }
  }

  private void once(Mutant mutant, BiConsumer<Station, Mutant> trial) {
    Station station;
    try {
      station = free.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    try {
      trial.accept(station, mutant);
    } finally {
      free.add(station);
    }
  }

  @Override
  public void close() {
    all.forEach(Station::close);
  }
}
