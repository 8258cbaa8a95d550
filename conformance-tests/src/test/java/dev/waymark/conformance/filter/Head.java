package dev.waymark.conformance.filter;

import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line and the headers of a message of HTTP/1.1. */
record Head(String first, List<Map.Entry<String, String>> headers) {
  private static final Pattern REQUEST =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (/[!-~]*) HTTP/1\\.1");
  private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: (.*))?");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*");

  static Optional<Head> ofRequest(String text) {
    return of(text).filter(head -> REQUEST.matcher(head.first()).matches());
  }

  static Optional<Head> ofAnswer(String text) {
    return of(text).filter(head -> ANSWER.matcher(head.first()).matches());
  }

  private static Optional<Head> of(String text) {
    if (!text.endsWith("\r\n\r\n")) {
      return Optional.empty();
    }
    String[] lines = text.substring(0, text.length() - 4).split("\r\n", -1);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (int line = 1; line < lines.length; line++) {
      Matcher header = HEADER.matcher(lines[line]);
      if (!header.matches()) {
        return Optional.empty();
      }
      headers.add(Map.entry(header.group(1), header.group(2)));
    }
    return Optional.of(new Head(lines[0], headers));
  }

  /** Whether everybody would read it as the same request, and nobody waits to be asked for more. */
  boolean leavesNoDoubt() {
    List<String> lengths = values("Content-Length");
    List<String> codings = values("Transfer-Encoding");
    return values("Host").size() == 1
        && values("Expect").isEmpty()
        && values("Upgrade").isEmpty()
        && lengths.size() + codings.size() <= 1
        && lengths.stream().allMatch(length -> length.matches("\\d{1,9}"))
        && codings.stream().allMatch(coding -> coding.equalsIgnoreCase("chunked"));
  }

  boolean isChunked() {
    return !values("Transfer-Encoding").isEmpty();
  }

  boolean hasLength() {
    return !values("Content-Length").isEmpty();
  }

  /** 0 where none is stated. */
  int length() {
    return values("Content-Length").stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
  }

  Request request(byte[] body) {
    Matcher line = REQUEST.matcher(first);
    if (!line.matches()) {
      throw new IllegalStateException(first);
    }
    return new Request(line.group(1), line.group(2), headers, body, isChunked());
  }

  Answer answer(byte[] body) {
    Matcher line = ANSWER.matcher(first);
    if (!line.matches()) {
      throw new IllegalStateException(first);
    }
    String reason = Optional.ofNullable(line.group(2)).orElse("");
    return new Answer(Integer.parseInt(line.group(1)), reason, headers, body);
  }

  private List<String> values(String name) {
    return headers.stream()
        .filter(header ->
            header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .toList();
  }
}
