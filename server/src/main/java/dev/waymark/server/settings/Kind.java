package dev.waymark.server.settings;

import java.util.Collection;
import java.util.regex.Pattern;

/** What a setting's value must look like; its default tells which kind it is. */
enum Kind {
  WHOLE_NUMBER("a whole number of at most " + Integer.MAX_VALUE, "-?\\d{1,10}"),
  DURATION("a duration such as 500ms, 30s, 10m, 24h or 7d", "\\d{1,9}(ms|s|m|h|d)"),
  SWITCH("true or false", "true|false"),
  LIST("a list, separated by commas", "(?s).*"),
  TEXT("text", "(?s).*");

  private final String allowed;
  private final Pattern form;

  Kind(String allowed, String form) {
    this.allowed = allowed;
    this.form = Pattern.compile(form);
  }

  static Kind ofDefault(String text) {
    if (text.equals("[]")) {
      return LIST;
    }
    for (Kind kind : values()) {
      if (kind.accepts(text)) {
        return kind == LIST ? TEXT : kind;
      }
    }
    return TEXT;
  }

  String allowed() {
    return allowed;
  }

  boolean accepts(Object value) {
    if (value instanceof Collection<?>) {
      return this == LIST;
    }
    String text = value.toString().strip();
    return form.matcher(text).matches() && (this != WHOLE_NUMBER || fits(text));
  }

  /** No setting needs more than 32 bits. */
  private static boolean fits(String text) {
    long number = Long.parseLong(text);
    return number == (int) number;
  }
}
