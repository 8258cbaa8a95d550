package dev.waymark.conformance.laws.schedules;

import dev.waymark.conformance.laws.means.InTime;
import dev.waymark.conformance.suite.Bench;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Something that holds for any list of steps as long as no generation ends by itself meanwhile.
 *
 * @param everything carried out first: whatever the seed is, each thing is done once
 * @param length of a random list
 * @param draw as a {@link Property} has it
 * @param smaller as a {@link Property} has it
 * @param run carries out all steps from a fresh start
 */
public record InAnyOrder<S>(
    List<S> everything,
    int length,
    Function<RandomGenerator, S> draw,
    Function<S, List<S>> smaller,
    BiConsumer<List<S>, Bench> run) {
  private static final int TRIES = 2;
  private static final int SHRINKS = 10;

  public InAnyOrder {
    everything = List.copyOf(everything);
  }

  /** Throws the breach that was found; one in a random list is told as a {@link Property} does. */
  public void require(long seed, Bench bench) {
    carryOut(everything, bench);
    new Property<>(seed, TRIES, length, SHRINKS, draw, smaller, steps -> carryOut(steps, bench))
        .require();
  }

  private void carryOut(List<S> steps, Bench bench) {
    InTime.run(bench.target().passage(), () -> run.accept(steps, bench));
  }
}
