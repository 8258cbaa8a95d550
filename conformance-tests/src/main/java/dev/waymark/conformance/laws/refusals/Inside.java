package dev.waymark.conformance.laws.refusals;

import dev.waymark.conformance.wire.Exchange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure may show of a server to nobody outside: names of classes, lines of code, SQL. */
final class Inside {
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z]\\w*"
              + "|\\b\\w+\\.(?:java|kt|py|js|ts|go|rb|rs|php|cs):\\d+"
              + "|\\bTraceback \\(most recent call last\\)"
              + "|\\b\\w+(?:Exception|Error): "
              + "|\\bSQLSTATE\\b"
              + "|(?i:\\b(?:select\\b.{1,80}\\bfrom|insert\\s+into|delete\\s+from)\\s+\\w+)");

  private Inside() {}

  /** The first of them in the body. */
  static Optional<String> shownBy(Exchange exchange) {
    Matcher matcher = SHOWN.matcher(exchange.text());
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
