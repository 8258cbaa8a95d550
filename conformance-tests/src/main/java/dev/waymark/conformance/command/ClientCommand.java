package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.targets.ClientProfile;
import dev.waymark.conformance.verdicts.Findings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code client}. */
@Command(
    name = "client",
    description =
        "Judges a client, written in any language, against a server that fails on purpose.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance client --exec 'node my-driver.mjs'",
      "  waymark-conformance client --exec ./my-driver --only SEND --out client-report",
      "  waymark-conformance client --exec ./my-driver --claims client-core     (it never resends)",
      "  waymark-conformance client --profile conformance-tests/profiles/client.yaml",
      "  waymark-conformance client --protocol",
      "",
      "A driver is a small program around your client that reads cases as lines of JSON and answers",
      "with lines of JSON; --protocol prints all there is to know about them.",
      "Files: report.json for programs, junit.xml for build servers, matrix.html for you.",
      "Exit codes: 0 kept, 1 broken or nothing seen, 2 the command is wrong, 3 the kit went wrong."
    })
final class ClientCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ClientOptions who = new ClientOptions();

  @Option(names = "--protocol", description = "Print what a driver reads and writes, and end.")
  private boolean protocol;

  @Mixin private ReportOptions reports = new ReportOptions();

  ClientCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (protocol) {
      surroundings.out().println(surroundings.suites().driverProtocol());
      return 0;
    }
    ClientProfile profile = who.profile();
    Suites.ClientDriver driver = who.driver(profile);
    Reporting reporting = new Reporting(surroundings, reports, profile.promise());
    List<Obligation> owed = reporting.ofClients();
    reporting.prepare();
    Instant begun = surroundings.time().instant();
    Findings findings = new Findings();
    surroundings
        .suites()
        .client(driver, reporting.obligations(), findings, new LiveProgress(surroundings, owed));
    return reporting.write(
        profile.name().orElse(driver.command()), who.command(reports), begun, owed, findings);
  }
}
