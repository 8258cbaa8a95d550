package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.DriverFailed;
import dev.waymark.conformance.drivers.DriverProtocol;
import dev.waymark.conformance.drivers.Patience;
import dev.waymark.conformance.drivers.Program;
import dev.waymark.conformance.faults.FaultServer;
import dev.waymark.conformance.judging.ClientCase;
import dev.waymark.conformance.judging.ClientCases;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.suites.ClientRun;
import dev.waymark.conformance.suites.ServerSuite;
import dev.waymark.conformance.verdicts.Findings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** The suites of this kit. */
final class OwnSuites implements Suites {

  @Override
  public Suite server(Obligations obligations, long seed) {
    return ServerSuite.of(obligations, seed);
  }

  @Override
  public void client(
      ClientDriver driver, Obligations obligations, Findings findings, Progress progress) {
    List<String> command = List.of("sh", "-c", driver.command());
    Patience patience = new Patience(driver.patience(), Patience.USUAL.beyondTheDeadline());
    try (Program program = Program.start(command, patience)) {
      ClientRun.of(program, obligations.contract(), findings, progress);
    } catch (DriverFailed e) {
      throw new Usage("The driver of the client fails: " + e.getMessage());
    }
  }

  @Override
  public List<ClientCase> clientCases(Contract contract) {
    return ClientCases.inRealTime(contract);
  }

  @Override
  public String driverProtocol() {
    return DriverProtocol.text();
  }

  @Override
  public URI faults(int port) {
    try {
      return FaultServer.start(port, ClientCases.scripts(Contract.read())).url();
    } catch (UncheckedIOException e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }
}
