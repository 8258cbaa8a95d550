package dev.waymark.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table of text in Markdown, its columns as wide as they need be. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    rows.add(List.of(head));
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  public String text() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < rows.size(); index++) {
      text.append(line(rows.get(index), widths));
      if (index == 0) {
        text.append("|");
        for (int width : widths) {
          text.append("-".repeat(width + 2)).append("|");
        }
        text.append("\n");
      }
    }
    return text.toString();
  }

  // Names to the left, numbers to the right.
  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < cells.size(); column++) {
      String fill = " ".repeat(widths[column] - cells.get(column).length());
      line.append(" ")
          .append(column == 0 ? cells.get(column) + fill : fill + cells.get(column))
          .append(" |");
    }
    return line.append("\n").toString();
  }
}
