package dev.waymark.conformance.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One answer as it came over the wire, read as strictly as RFC 9112 is written. */
record RawAnswer(int status, List<Map.Entry<String, String>> headers, String body) {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d) .*");
  private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+): ?(.*)");

  RawAnswer {
    headers = List.copyOf(headers);
  }

  /** Fails on anything that is not one answer after the other, to the last byte. */
  static List<RawAnswer> all(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<RawAnswer> answers = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int headEnd = text.indexOf("\r\n\r\n", from);
      if (headEnd < 0) {
        throw new AssertionError("an answer ends in its head: " + text.substring(from));
      }
      RawAnswer head = head(text.substring(from, headEnd));
      int bodyEnd = head.bodyEnd(text, headEnd + 4);
      if (head.status >= 200) {
        answers.add(new RawAnswer(head.status, head.headers, text.substring(headEnd + 4, bodyEnd)));
      }
      from = bodyEnd;
    }
    return answers;
  }

  private static RawAnswer head(String text) {
    String[] lines = text.split("\r\n", -1);
    Matcher status = STATUS_LINE.matcher(lines[0]);
    if (!status.matches()) {
      throw new AssertionError("no status line: " + lines[0]);
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (int line = 1; line < lines.length; line++) {
      Matcher header = HEADER.matcher(lines[line]);
      if (!header.matches()) {
        throw new AssertionError("no header: " + lines[line]);
      }
      headers.add(Map.entry(header.group(1).toLowerCase(Locale.ROOT), header.group(2)));
    }
    return new RawAnswer(Integer.parseInt(status.group(1)), headers, "");
  }

  // An answer to HEAD states a length and has no body: then another answer begins, or none.
  private int bodyEnd(String text, int start) {
    boolean bodiless =
        status < 200 || status == 204 || status == 304 || text.startsWith("HTTP/1.", start);
    if (bodiless || start == text.length()) {
      return start;
    }
    int length =
        header("content-length")
            .map(Integer::parseInt)
            .orElseThrow(() -> new AssertionError("a body without a length: " + headers));
    if (start + length > text.length()) {
      throw new AssertionError("a body that is cut: " + headers);
    }
    return start + length;
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  String code() {
    return header("X-Error-Code").orElse("");
  }
}
