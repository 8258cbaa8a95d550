package dev.waymark.conformance.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code faults}. */
@Command(
    name = "faults",
    description = "Starts the server that fails on purpose, alone, until it is interrupted.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Example:",
      "  waymark-conformance faults --port 4020",
      "",
      "Exit codes: 2 the port is taken, 3 the kit went wrong."
    })
final class FaultsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where it listens, on 127.0.0.1; 0 takes any that is free. Default: ${DEFAULT-VALUE}")
  private int port = 4020;

  FaultsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    surroundings.out().println("The fault server listens on " + surroundings.suites().faults(port));
    Thread.currentThread().join();
    return 0;
  }
}
