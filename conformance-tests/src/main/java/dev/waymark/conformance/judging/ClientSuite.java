package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is asked of a client.
 *
 * @param cases each is played by itself
 * @param herd played at the same time, and judged together; not for {@link #only}
 */
public record ClientSuite(Contract contract, List<ClientCase> cases, List<ClientCase> herd) {
  public ClientSuite {
    cases = List.copyOf(cases);
    herd = List.copyOf(herd);
  }

  /** All that there is, at the pace of a stage. */
  public static ClientSuite of(Contract contract, Pace pace) {
    return new ClientSuite(
        contract, ClientCases.of(contract, pace), ClientCases.herd(contract, pace));
  }

  /** Those cases alone. */
  public ClientSuite only(Predicate<ClientCase> wanted) {
    return new ClientSuite(contract, cases.stream().filter(wanted).toList(), List.of());
  }

  /** How many cases there are. */
  public int size() {
    return cases.size() + herd.size();
  }

  /**
   * Comes back when every case has ended.
   *
   * @param ended told of each case, by whichever thread has played it
   */
  public void run(Stage stage, Findings findings, Consumer<ClientCase> ended) {
    stage.warmUp(ClientCases.warmUp(contract, stage.pace(), stage.atOnce()));
    ClientJudge judge = new ClientJudge(contract, stage.pace(), Redaction.of(cases), findings);
    try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, stage.atOnce()))) {
      List<Future<?>> alone = new ArrayList<>();
      for (ClientCase one : cases) {
        alone.add(
            workers.submit(() -> {
              played(one, stage, findings).ifPresent(judge::judge);
              ended.accept(one);
            }));
      }
      List<Future<Optional<Played>>> together = new ArrayList<>();
      for (ClientCase one : herd) {
        together.add(workers.submit(() -> played(one, stage, findings)));
      }
      alone.forEach(ClientSuite::result);
      judge.judgeHerd(
          together.stream().map(ClientSuite::result).flatMap(Optional::stream).toList());
      herd.forEach(ended);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever goes wrong in the kit is said of the kit.
  private static Optional<Played> played(ClientCase one, Stage stage, Findings findings) {
    try {
      return Optional.of(stage.play(one));
    } catch (RuntimeException | AssertionError e) {
      one.decides()
          .forEach(id ->
              findings.add(
                  new Finding(id, Verdict.HARNESS_ERROR, one.name() + ": " + e, List.of())));
      return Optional.empty();
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be judged", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cases ran", e);
    }
  }
}
