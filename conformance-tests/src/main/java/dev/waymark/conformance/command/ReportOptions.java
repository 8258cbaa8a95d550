package dev.waymark.conformance.command;

import dev.waymark.conformance.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What all commands have that end with reports. */
final class ReportOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for report.json, junit.xml and matrix.html; made when it is not there. Default:"
              + " ${DEFAULT-VALUE}")
  Path out = Path.of("conformance-report");

  @Option(
      names = "--only",
      paramLabel = "ID-PREFIX",
      arity = "1..*",
      description =
          "Judge only obligations whose ids begin so: startGeneration/429 RATE-02 of servers,"
              + " SEND-06 client/RATE_LIMIT READ of clients. All else is left out of the reports.")
  List<String> only = List.of();

  /** Without the cases that look at nothing that is wanted. */
  Suite filtered(Suite all) {
    return only.isEmpty()
        ? all
        : new Suite(
            all.stages().stream()
                .map(stage ->
                    stage.stream()
                        .filter(one -> one.decides().stream().anyMatch(this::wants))
                        .toList())
                .toList());
  }

  private boolean wants(String id) {
    return only.isEmpty() || only.stream().anyMatch(id::startsWith);
  }
}
