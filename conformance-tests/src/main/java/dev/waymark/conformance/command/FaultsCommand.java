package dev.waymark.conformance.command;

import java.net.URI;
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
      "  curl http://127.0.0.1:4020/                       (lists the cases, each with a few words)",
      "  curl -i -X POST http://127.0.0.1:4020/rate-limit/api/v1/generate",
      "  curl http://127.0.0.1:4020/rate-limit/timeline    (what has arrived there)",
      "",
      "The base URL of a case is http://127.0.0.1:4020/CASE; after its last answer it begins anew.",
      "waymark-conformance explain CASE says what happens in it.",
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
    URI url = surroundings.suites().faults(port);
    surroundings
        .out()
        .printf(
            "The fault server listens on %s%n%s/ lists the cases; the base URL of one is %s/CASE.%n",
            url, url, url);
    Thread.currentThread().join();
    return 0;
  }
}
