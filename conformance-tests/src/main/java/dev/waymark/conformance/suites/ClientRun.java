package dev.waymark.conformance.suites;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Driver;
import dev.waymark.conformance.judging.ClientCase;
import dev.waymark.conformance.judging.ClientSuite;
import dev.waymark.conformance.judging.LiveStage;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.verdicts.Findings;
import java.util.Set;

/** Everything that is asked of a client, by its driver and in real time: some 20 seconds. */
public final class ClientRun {
  private ClientRun() {}

  /** Comes back when every case has ended. */
  public static void of(Driver driver, Contract contract, Findings findings, Progress progress) {
    LiveStage stage = new LiveStage(driver);
    ClientSuite suite = ClientSuite.of(contract, stage.pace());
    progress.begun(suite.size());
    suite.run(stage, findings, one -> progress.ended(new Named(one), findings));
  }

  /** A case as progress knows it. */
  private record Named(ClientCase one) implements Case {
    @Override
    public String name() {
      return one.script().about();
    }

    @Override
    public Set<String> decides() {
      return one.decides();
    }

    @Override
    public void run(Bench bench) {
      throw new IllegalStateException("a case for clients is played on a stage");
    }
  }
}
