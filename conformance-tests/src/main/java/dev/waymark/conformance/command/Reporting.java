package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The frame of a command that judges: what may be owed, and the reports at the end. */
final class Reporting {
  private final Surroundings surroundings;
  private final ReportOptions options;
  private final Rules rules;
  private final Obligations obligations;

  Reporting(Surroundings surroundings, ReportOptions options) {
    this.surroundings = surroundings;
    this.options = options;
    this.rules = Rules.read();
    this.obligations = Obligations.of(Contract.read(), rules);
  }

  Obligations obligations() {
    return obligations;
  }

  /**
   * Those of servers that are to be judged.
   *
   * @throws Usage if there is nothing that begins with one of the words that were given
   */
  List<Obligation> ofServers() {
    return new Wanted(obligations, options.only).of("servers", one -> !one.claim().isOfClients());
  }

  /** The same of clients. */
  List<Obligation> ofClients() {
    return new Wanted(obligations, options.only).of("clients", one -> one.claim().isOfClients());
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
  int write(String subject, String command, Instant begun, List<RunReport.Entry> entries) {
    Duration took = Duration.between(begun, surroundings.time().instant());
    RunReport report = new RunReport(subject, Kit.name(), command, begun, took, entries);
    ReportFiles.write(options.out, report, obligations, rules);
    surroundings.out().println(Summary.of(report, options.out));
    return report.exitCode();
  }
}
