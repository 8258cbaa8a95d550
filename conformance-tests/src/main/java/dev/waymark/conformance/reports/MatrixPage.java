package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rules;

/** {@code matrix.html}. */
public record MatrixPage(RunReport report, Obligations obligations, Rules rules) {
  public String text() {
    return "";
  }
}
