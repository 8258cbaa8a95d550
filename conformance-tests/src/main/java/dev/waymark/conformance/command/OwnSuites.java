package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.suites.ServerSuite;
import dev.waymark.conformance.verdicts.Findings;
import java.net.URI;

/** The suites of this kit. */
final class OwnSuites implements Suites {

  @Override
  public Suite server(Obligations obligations, long seed) {
    return ServerSuite.of(obligations, seed);
  }

  @Override
  public void client(
      ClientDriver driver, Obligations obligations, Findings findings, Progress progress) {
    throw new Usage("This kit has no cases for clients.");
  }

  @Override
  public String driverProtocol() {
    return "";
  }

  @Override
  public URI faults(int port) {
    throw new Usage("This kit has no fault server.");
  }
}
