package dev.waymark.server.requests;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's {@code COPY}. */
final class CopyText {
  private final StringBuilder text = new StringBuilder();
  private boolean inRow;

  /** The next value of the row, as its type is written; null is none. */
  CopyText value(@Nullable Object value) {
    if (inRow) {
      text.append('\t');
    }
    inRow = true;
    if (value == null) {
      text.append("\\N");
    } else {
      append(value.toString());
    }
    return this;
  }

  CopyText endRow() {
    text.append('\n');
    inRow = false;
    return this;
  }

  private void append(String value) {
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      switch (character) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(character);
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
