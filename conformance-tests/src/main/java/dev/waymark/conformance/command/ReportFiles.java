package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.JsonReport;
import dev.waymark.conformance.reports.JunitReport;
import dev.waymark.conformance.reports.MatrixPage;
import dev.waymark.conformance.reports.RunReport;
import dev.waymark.conformance.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that one run leaves. */
final class ReportFiles {
  private ReportFiles() {}

  /**
   * Makes the folder before anything is run, so that a run is not lost for want of it.
   *
   * @throws Usage if it cannot be made
   */
  static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Usage(
          "The reports cannot be written to %s; name another folder with --out.".formatted(folder));
    }
  }

  static void write(Path folder, RunReport report, Obligations obligations, Rules rules) {
    try {
      Files.writeString(folder.resolve("report.json"), JsonReport.of(report, rules));
      Files.writeString(folder.resolve("junit.xml"), JunitReport.of(report));
      Files.writeString(
          folder.resolve("matrix.html"), new MatrixPage(report, obligations, rules).text());
    } catch (IOException e) {
      throw new Usage("The reports cannot be written to %s: %s".formatted(folder, e));
    }
  }
}
