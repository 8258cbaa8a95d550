package dev.waymark.conformance.command;

import dev.waymark.conformance.har.HarRecorder;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.targets.CommandHook;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code server}. */
@Command(
    name = "server",
    description = "Judges a server: provokes every answer of the contract over raw HTTP.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance server --url http://127.0.0.1:8080",
      "  waymark-conformance server --profile conformance-tests/profiles/waymark.yaml",
      "  waymark-conformance server --url http://127.0.0.1:8080 --only startGeneration/429 RATE",
      "  waymark-conformance server --url http://127.0.0.1:8080 --record traffic.har",
      "",
      "Accounts and keys are made over the API with the operator key: without it only what needs no",
      "key is judged, and the rest is UNREACHED. Use a server that may be filled with test accounts.",
      "Files: report.json for programs, junit.xml for build servers, matrix.html for you.",
      "Exit codes: 0 kept, 1 broken or nothing seen, 2 the command is wrong or nobody answers,",
      "3 the kit went wrong."
    })
final class ServerCommand implements Callable<Integer> {
  private static final String FIRST = "listErrors/200/ok/status";

  private final Surroundings surroundings;

  @Mixin private ServerOptions who = new ServerOptions();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Write all traffic there as HAR 1.2, with pseudonyms in the place of keys and prompts, and"
              + " without media.")
  private @Nullable Path record;

  @Mixin private ReportOptions reports = new ReportOptions();

  ServerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Profile profile = who.profile(surroundings.environment());
    Reporting reporting = new Reporting(surroundings, reports, profile.promise());
    Obligations obligations = reporting.obligations();
    List<Obligation> owed = reporting.ofServers();
    reporting.prepare();
    Instant begun = surroundings.time().instant();
    Findings findings = new Findings();
    Target target = new Target(profile, Passage.ofTheMachine(), new CommandHook(profile.hooks()));
    run(obligations, owed, findings, target);
    return reporting.write(
        profile.name().equals(profile.server().toString())
            ? profile.name()
            : profile.name() + " at " + profile.server(),
        who.command(profile, reports),
        begun,
        owed,
        findings);
  }

  private static void write(Path file, HarRecorder recorder) {
    Texts.write(file, recorder.har(), "--record");
  }

  private void run(
      Obligations obligations, List<Obligation> owed, Findings findings, Target target) {
    HarRecorder recorder = new HarRecorder(Kit.name());
    if (record != null) {
      // Before anything is run, so that a run is not lost for want of it.
      write(record, recorder);
    }
    Acquaintance acquaintance = Acquaintance.with(target.profile(), surroundings.time());
    Bench bench =
        record == null
            ? new Bench(obligations, target, findings)
            : new Bench(obligations, target, findings, recorder);
    if (acquaintance.stranger().isPresent()) {
      stranger(acquaintance, owed, findings, bench);
      return;
    }
    Suite suite = reports.filtered(surroundings.suites().server(obligations, who.seed()));
    suite.run(bench, new LiveProgress(surroundings, owed));
    if (record != null) {
      write(record, recorder);
    }
  }

  /** One thing is broken, and nothing else can be looked at. */
  private static void stranger(
      Acquaintance acquaintance, List<Obligation> owed, Findings findings, Bench bench) {
    String why = acquaintance.stranger().orElseThrow();
    String first =
        owed.stream()
            .map(Obligation::id)
            .filter(FIRST::equals)
            .findFirst()
            .orElse(owed.getFirst().id());
    bench.add(
        first, Verdict.FAIL, why, acquaintance.seen().stream().limit(1).toArray(Exchange[]::new));
    owed.stream()
        .filter(one -> !one.id().equals(first))
        .forEach(one -> findings.add(new Finding(one.id(), Verdict.SKIP, why, List.of())));
  }
}
