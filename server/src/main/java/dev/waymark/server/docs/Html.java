package dev.waymark.server.docs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HTML that is safe to send: whatever is put into a template is escaped, unless it is HTML itself.
 * Templates are written in the code and never made of anything from outside.
 */
record Html(String text) {
  static final Html NOTHING = new Html("");

  private static final String GAP = "{}";

  /** Fills the gaps {@code {}} of a template, in their order; there must be as many as values. */
  static Html of(String template, Object... values) {
    StringBuilder html = new StringBuilder(template.length() + 64 * values.length);
    int done = 0;
    for (Object value : values) {
      int gap = template.indexOf(GAP, done);
      if (gap < 0) {
        throw new IllegalArgumentException("more values than gaps: " + template);
      }
      html.append(template, done, gap).append(value instanceof Html safe ? safe : escaped(value));
      done = gap + GAP.length();
    }
    if (template.indexOf(GAP, done) >= 0) {
      throw new IllegalArgumentException("more gaps than values: " + template);
    }
    return new Html(html.append(template, done, template.length()).toString());
  }

  static Html join(Stream<Html> parts) {
    return new Html(parts.map(Html::text).collect(Collectors.joining("\n")));
  }

  /** The HTML, or nothing. */
  static Html when(boolean condition, Html html) {
    return condition ? html : NOTHING;
  }

  private static String escaped(Object value) {
    return value
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text;
  }
}
