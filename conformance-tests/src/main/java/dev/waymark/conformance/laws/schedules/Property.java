package dev.waymark.conformance.laws.schedules;

import dev.waymark.conformance.laws.means.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Something that holds for any list of steps. Since every step is a call, few lists are tried, and
 * a failing one is made smaller in few runs.
 *
 * @param seed decides the lists: the same one gives the same lists
 * @param tries how many lists
 * @param length of a list
 * @param shrinks how many runs may be spent on making a failing list smaller; 0 where time passes
 *     for real
 * @param draw a step; what it refers to may be missing, so that any step can be left out
 * @param smaller steps that do less than this one, the least first
 * @param run carries out all steps from a fresh start; throws {@link Breach} where something does
 *     not hold
 */
public record Property<S>(
    long seed,
    int tries,
    int length,
    int shrinks,
    Function<RandomGenerator, S> draw,
    Function<S, List<S>> smaller,
    Consumer<List<S>> run) {

  /**
   * A list for which it does not hold.
   *
   * @param breach of the smallest list
   */
  public record Counterexample<S>(long seed, List<S> smallest, Breach breach) {
    /** The breach, with all that is needed to see it again. */
    public Breach told() {
      return new Breach(
          breach.rule(),
          "%s (seed %d, after %d steps: %s)"
              .formatted(breach.getMessage(), seed, smallest.size(), smallest),
          breach.evidence());
    }
  }

  /** Nothing if it holds for all lists that were tried. */
  public Optional<Counterexample<S>> search() {
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int attempt = 0; attempt < tries; attempt++) {
      // The first list is that of the seed itself, so that a told seed replays with one try.
      long own = attempt == 0 ? seed : seeds.nextLong();
      List<S> steps = steps(own);
      Optional<Breach> breach = failure(steps);
      if (breach.isPresent()) {
        return Optional.of(smallest(own, steps, breach.get()));
      }
    }
    return Optional.empty();
  }

  /** Throws the breach that was found, told with the seed and the smallest list. */
  public void require() {
    search()
        .map(Counterexample::told)
        .ifPresent(breach -> {
          throw breach;
        });
  }

  /** The list that a seed stands for. */
  public List<S> steps(long ofSeed) {
    RandomGenerator random = new SplittableRandom(ofSeed);
    List<S> steps = new ArrayList<>();
    for (int step = 0; step < length; step++) {
      steps.add(draw.apply(random));
    }
    return steps;
  }

  private Optional<Breach> failure(List<S> steps) {
    try {
      run.accept(List.copyOf(steps));
      return Optional.empty();
    } catch (Breach e) {
      return Optional.of(e);
    }
  }

  private Counterexample<S> smallest(long ofSeed, List<S> steps, Breach breach) {
    List<S> smallest = steps;
    Breach last = breach;
    int runs = 0;
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (List<S> candidate : Smaller.of(smallest, smaller)) {
        if (runs++ >= shrinks) {
          return new Counterexample<>(ofSeed, smallest, last);
        }
        Optional<Breach> still = failure(candidate);
        if (still.isPresent()) {
          smallest = candidate;
          last = still.get();
          isSmaller = true;
          break;
        }
      }
    }
    return new Counterexample<>(ofSeed, smallest, last);
  }
}
