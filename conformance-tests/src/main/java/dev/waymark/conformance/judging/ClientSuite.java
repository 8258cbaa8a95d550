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

/** All that is asked of a client, against one contract. */
public record ClientSuite(Contract contract) {

  /**
   * Comes back when every case has ended.
   *
   * @param progress told of each case that has ended, by whichever thread has played it
   */
  public Findings run(Stage stage, Consumer<ClientCase> progress) {
    Findings findings = new Findings();
    ClientJudge judge = new ClientJudge(contract, stage.pace(), findings);
    try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, stage.atOnce()))) {
      List<Future<?>> running = new ArrayList<>();
      for (ClientCase one : ClientCases.of(contract, stage.pace())) {
        running.add(
            workers.submit(() -> {
              played(one, stage, findings).ifPresent(judge::judge);
              progress.accept(one);
            }));
      }
      List<Future<Optional<Played>>> herd =
          ClientCases.herd(contract, stage.pace()).stream()
              .map(one -> workers.submit(() -> played(one, stage, findings)))
              .toList();
      running.forEach(ClientSuite::result);
      judge.judgeHerd(
          herd.stream().map(ClientSuite::result).flatMap(Optional::stream).toList());
    }
    return findings;
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
