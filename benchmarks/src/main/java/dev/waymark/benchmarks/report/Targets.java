package dev.waymark.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was promised beside what was measured. */
public final class Targets {
  private final Table table = new Table("target", "wanted", "measured", "met");
  private final List<String> missed = new ArrayList<>();

  public void atLeast(String what, double wanted, double measured) {
    add(what, "≥ " + number(wanted), measured, measured >= wanted);
  }

  public void atMost(String what, double wanted, double measured) {
    add(what, "≤ " + number(wanted), measured, measured <= wanted);
  }

  private void add(String what, String wanted, double measured, boolean met) {
    table.row(what, wanted, number(measured), met ? "yes" : "no");
    if (!met) {
      missed.add(what);
    }
  }

  public List<String> missed() {
    return List.copyOf(missed);
  }

  public String text() {
    return table.text();
  }

  /** Few digits, as many as mean something. */
  public static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
