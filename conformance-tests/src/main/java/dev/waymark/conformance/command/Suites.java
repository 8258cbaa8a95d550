package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.judging.ClientCase;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.verdicts.Findings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the commands run. */
public interface Suites {
  /** All cases for servers; what they choose at random they choose by the seed. */
  Suite server(Obligations obligations, long seed);

  /** Judges a client; returns when all has been looked at. */
  void client(ClientDriver driver, Obligations obligations, Findings findings, Progress progress);

  /** What clients are asked, for those who want to know it beforehand. */
  List<ClientCase> clientCases(Contract contract);

  /** What to know for writing a driver: the lines it reads and writes. */
  String driverProtocol();

  /** Starts the fault server alone and leaves it running. Port 0 takes any that is free. */
  URI faults(int port);

  /**
   * A client to judge.
   *
   * @param command run by the shell; it speaks the driver protocol
   * @param patience how long it may take until it is ready
   */
  record ClientDriver(String command, Duration patience) {}
}
