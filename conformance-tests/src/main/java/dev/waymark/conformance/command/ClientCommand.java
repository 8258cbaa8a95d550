package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.targets.ProfileFile;
import dev.waymark.conformance.verdicts.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      "  waymark-conformance client --protocol",
      "",
      "A driver is a small program around your client that reads cases as lines of JSON and answers",
      "with lines of JSON; --protocol prints all there is to know about them.",
      "Files: report.json for programs, junit.xml for build servers, matrix.html for you.",
      "Exit codes: 0 kept, 1 broken or nothing seen, 2 the command is wrong, 3 the kit went wrong."
    })
final class ClientCommand implements Callable<Integer> {
  private static final Set<Claim> CLAIMS = Set.of(Claim.CLIENT_CORE, Claim.CLIENT_RETRY);

  private final Surroundings surroundings;

  @Option(
      names = "--exec",
      paramLabel = "COMMAND",
      description = "Starts the driver; run by the shell, once for the whole run.")
  private String exec = "";

  @Option(names = "--protocol", description = "Print what a driver reads and writes, and end.")
  private boolean protocol;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What reports call the client. Default: the command.")
  private String name = "";

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long one case may take. Default: ${DEFAULT-VALUE}")
  private int patience = 60;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What is chosen at random is chosen by it. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--claims",
      paramLabel = "CLAIM",
      split = ",",
      description =
          "What is claimed to be kept: client-core, client-retry. All else is NOT-CLAIMED. Default:"
              + " both.")
  private List<String> claims = List.of();

  @Mixin private ReportOptions reports = new ReportOptions();

  /** How to do it again. */
  private String again() {
    return "waymark-conformance client --exec '%s'%s%s --seed %d"
        .formatted(
            exec.replace("'", "'\\''"),
            claims.isEmpty() ? "" : " --claims " + String.join(",", claims),
            reports.only.isEmpty() ? "" : " --only " + String.join(" ", reports.only),
            seed);
  }

  private Set<Claim> claimed() {
    Set<Claim> claimed = claims.isEmpty() ? CLAIMS : ProfileFile.claims(claims);
    if (!CLAIMS.containsAll(claimed)) {
      throw new Usage("A client can claim client-core and client-retry; servers claim the others.");
    }
    return claimed;
  }

  ClientCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (protocol) {
      surroundings.out().println(surroundings.suites().driverProtocol());
      return 0;
    }
    if (exec.isBlank()) {
      throw new Usage("Which client? Start its driver with --exec './my-driver'.");
    }
    Set<Claim> claimed = claimed();
    Reporting reporting = new Reporting(surroundings, reports);
    Obligations obligations = reporting.obligations();
    List<Obligation> owed = reporting.ofClients();
    reporting.prepare();
    Instant begun = surroundings.time().instant();
    Findings findings = new Findings();
    surroundings
        .suites()
        .client(
            new Suites.ClientDriver(exec, Duration.ofSeconds(patience), seed),
            obligations,
            findings,
            new LiveProgress(surroundings, owed));
    return reporting.write(
        name.isBlank() ? exec : name,
        again(),
        begun,
        RunReport.entries(owed, findings, claimed, Map.of()));
  }
}
