package dev.waymark.conformance.oracles;

import dev.waymark.conformance.secrets.KeyText;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nothing tells what the server is made of, how it failed inside, or the caller's key. */
final class Leaks {
  private static final Pattern INSIDE =
      Pattern.compile(
          "x-(powered-by|aspnet.*|generator|runtime|debug.*|exception.*|stack.*|traceback|sql.*)");

  private static final Pattern VERSION = Pattern.compile(".*(/\\s*v?\\d|\\d\\.\\d).*");

  /** What Via owes (RFC 9110): the protocol of the hop. */
  private static final Pattern HOP = Pattern.compile("(HTTP/)?\\d(\\.\\d)? ");

  /** Of the JVM, of Python and of Node. */
  private static final Pattern STACK_TRACE =
      Pattern.compile(
          "\\bat [\\w.$/]{1,200}\\(([\\w$]{1,100}\\.java:\\d+|Native Method|Unknown Source)\\)"
              + "|Traceback \\(most recent call last\\)"
              + "|\\bat .{1,200}\\.[cm]?[jt]s:\\d+:\\d+");

  private static final int SHORTEST_KEY = 8;

  private Leaks() {}

  static List<Violation> violations(Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    exchange
        .headers()
        .map()
        .forEach((name, values) ->
            values.stream()
                .filter(value -> tells(name.toLowerCase(Locale.ROOT), value, exchange))
                .findFirst()
                .ifPresent(_ ->
                    violations.add(
                        Clause.HEADERS.broken("the header " + name + " tells of the inside"))));
    if (exchange.status() >= 400) {
      body(violations, exchange);
    }
    return violations;
  }

  private static boolean tells(String name, String value, Exchange exchange) {
    String hop = name.equals("via") ? HOP.matcher(value).replaceAll("") : value;
    return INSIDE.matcher(name).matches()
        || ((name.equals("server") || name.equals("via")) && VERSION.matcher(hop).matches())
        || KeyText.isIn(value)
        || STACK_TRACE.matcher(value).find()
        || echoesKey(value, exchange);
  }

  /** What the caller has sent in the address or the body may come back; the key may not. */
  private static void body(List<Violation> violations, Exchange exchange) {
    String text = exchange.text();
    if (STACK_TRACE.matcher(text).find() && exchange.request().body().length == 0) {
      violations.add(Clause.BODY.broken("the body shows a stack trace"));
    }
    if (echoesKey(text, exchange)) {
      violations.add(Clause.BODY.broken("the body shows the caller's key"));
    }
  }

  private static boolean echoesKey(String text, Exchange exchange) {
    Optional<String> key =
        exchange
            .request()
            .value("Authorization")
            .map(value -> value.replaceFirst("(?i)^Bearer\\s+", ""))
            .filter(value -> value.length() >= SHORTEST_KEY);
    return key.filter(sent -> text.contains(sent) && !exchange.request().target().contains(sent))
        .isPresent();
  }
}
