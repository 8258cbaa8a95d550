package dev.waymark.conformance.suite;

import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.NoAnswer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cases in the order in which they are to run.
 *
 * @param stages all cases of a stage have ended before the next one begins, so that what a case
 *     rests on is known
 */
public record Suite(List<List<Case>> stages) {
  /** More at once would make the tester's own machine the slow part. */
  private static final int AT_ONCE = 8;

  public Suite {
    stages = stages.stream().map(List::copyOf).toList();
  }

  /** The ids of all obligations that some case looks at. */
  public Set<String> decides() {
    return stages.stream()
        .flatMap(List::stream)
        .flatMap(one -> one.decides().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns when every case has ended. Where time is steered, one runs after the other. */
  public void run(Bench bench, Progress progress) {
    int threads = bench.target().passage().isSteered() ? 1 : AT_ONCE;
    progress.begun(stages.stream().mapToInt(List::size).sum());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (List<Case> stage : stages) {
        List<Future<?>> running =
            stage.stream()
                .<Future<?>>map(one -> workers.submit(() -> run(one, bench, progress)))
                .toList();
        running.forEach(Suite::await);
      }
    }
  }

  private static void run(Case one, Bench bench, Progress progress) {
    progress.started(one);
    List<String> broken =
        one.restsOn().stream().filter(bench.findings()::isBroken).sorted().toList();
    if (!broken.isEmpty()) {
      leave(one, bench, Verdict.SKIP, "rests on " + String.join(", ", broken));
    } else {
      carryOut(one, bench);
    }
    progress.ended(one, bench.findings());
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever goes wrong in the kit is said of the kit.
  private static void carryOut(Case one, Bench bench) {
    try {
      one.run(bench);
      leave(one, bench, Verdict.UNREACHED, one.name() + ": not brought about");
    } catch (Unable e) {
      leave(one, bench, Verdict.SKIP, one.name() + ": " + e.getMessage());
    } catch (Unreachable e) {
      leave(one, bench, Verdict.UNREACHED, one.name() + ": " + e.getMessage());
    } catch (Broken | NoAnswer e) {
      String text = one.name() + ": " + e.getMessage();
      leave(one, bench, Verdict.FAIL, text);
      leadingOf(one)
          .forEach(id -> bench.findings().add(new Finding(id, Verdict.FAIL, text, List.of())));
    } catch (RuntimeException | AssertionError e) {
      tell(one, bench, Verdict.HARNESS_ERROR, one.name() + ": " + e);
    }
  }

  /** Says the same of all that the case has not spoken of. */
  private static void leave(Case one, Bench bench, Verdict verdict, String text) {
    one.decides().stream()
        .filter(id -> bench.findings().of(id).isEmpty())
        .forEach(id -> bench.findings().add(new Finding(id, verdict, text, List.of())));
  }

  /** What a case is about, even where others have found it kept: its rules and its statuses. */
  private static Stream<String> leadingOf(Case one) {
    String status = "/" + Clause.STATUS.slug();
    return one.decides().stream().filter(id -> id.indexOf('/') < 0 || id.endsWith(status));
  }

  private static void tell(Case one, Bench bench, Verdict verdict, String text) {
    one.decides().forEach(id -> bench.findings().add(new Finding(id, verdict, text, List.of())));
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be run", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cases ran", e);
    }
  }
}
