package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.targets.Promise;
import dev.waymark.conformance.verdicts.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The frame of a command that judges: what may be owed, and the reports at the end. */
final class Reporting {
  private final Surroundings surroundings;
  private final ReportOptions options;
  private final Promise promise;
  private final Rules rules;
  private final Obligations obligations;

  /**
   * Of a run.
   *
   * @param promise of who is judged
   */
  Reporting(Surroundings surroundings, ReportOptions options, Promise promise) {
    this.surroundings = surroundings;
    this.options = options;
    this.promise = promise;
    this.rules = Rules.read();
    this.obligations = Obligations.of(Contract.read(), rules);
  }

  Obligations obligations() {
    return obligations;
  }

  /**
   * Those of servers that are to be judged.
   *
   * @throws Usage if there is nothing that begins with one of the words that were given, or a known
   *     failure is of something that is not owed
   */
  List<Obligation> ofServers() {
    return of(Wanted.ofServers(obligations));
  }

  /** The same of clients. */
  List<Obligation> ofClients() {
    return of(Wanted.ofClients(obligations));
  }

  private List<Obligation> of(Wanted wanted) {
    wanted.requireAll(promise.knownFailures().keySet());
    return wanted.only(options.only);
  }

  /**
   * Makes the folder before anything is run, so that a run is not lost for want of it.
   *
   * @throws Usage if it cannot be made
   */
  void prepare() {
    ReportFiles.prepare(options.out);
  }

  /**
   * Writes the files, and says what a person reads; returns the exit code.
   *
   * @param subject who was judged
   * @param command how to do it again
   * @throws Usage if they cannot be written
   */
  int write(
      String subject, String command, Instant begun, List<Obligation> owed, Findings findings) {
    List<RunReport.Entry> entries =
        RunReport.entries(owed, findings, promise.claims(), promise.knownFailures());
    Duration took = Duration.between(begun, surroundings.time().instant());
    RunReport report = new RunReport(subject, Kit.name(), command, begun, took, entries);
    ReportFiles.write(options.out, report, obligations, rules);
    surroundings.out().println(Summary.of(report, options.out));
    return report.exitCode();
  }
}
