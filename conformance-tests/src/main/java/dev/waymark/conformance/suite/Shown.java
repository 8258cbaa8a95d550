package dev.waymark.conformance.suite;

import dev.waymark.conformance.secrets.HeaderText;
import dev.waymark.conformance.secrets.KeyText;
import dev.waymark.conformance.secrets.PromptText;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An exchange as a report may show it: no key, no prompt, no media. */
final class Shown {
  private static final int MOST_CHARACTERS = 4000;

  private Shown() {}

  static Evidence of(Exchange exchange) {
    return new Evidence(request(exchange.request()), answer(exchange), curl(exchange));
  }

  private static String request(Request request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    return clean(request + "\n" + lines(request.headers()) + (body.isEmpty() ? "" : "\n" + body));
  }

  private static String answer(Exchange exchange) {
    List<Map.Entry<String, String>> headers =
        exchange.headers().map().entrySet().stream()
            .flatMap(header ->
                header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
            .toList();
    boolean isText =
        exchange.mediaType().startsWith("text/") || exchange.mediaType().endsWith("json");
    String body =
        isText
            ? exchange.text()
            : "(%d bytes of %s)".formatted(exchange.body().length, exchange.mediaType());
    return clean(exchange.status() + "\n" + lines(headers) + "\n" + body);
  }

  private static String curl(Exchange exchange) {
    Request request = exchange.request();
    StringBuilder command = new StringBuilder("curl -i -X " + request.method());
    request.headers().forEach(header -> command.append(" -H ").append(quoted(shown(header))));
    if (request.body().length > 0) {
      command.append(" -d ").append(quoted(new String(request.body(), StandardCharsets.UTF_8)));
    }
    command.append(' ').append(quoted(exchange.server() + request.target()));
    return clean(command.toString())
        .replace("'Authorization: Bearer (key)'", "\"Authorization: Bearer $KEY\"");
  }

  private static String lines(List<Map.Entry<String, String>> headers) {
    return headers.stream().map(header -> shown(header) + "\n").collect(Collectors.joining());
  }

  private static String shown(Map.Entry<String, String> header) {
    return header.getKey() + ": " + HeaderText.hidden(header.getKey(), header.getValue());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String clean(String whole) {
    // What is cut off is not looked at, and what is cut through is hidden like the whole.
    String text = whole.substring(0, Math.min(whole.length(), 2 * MOST_CHARACTERS));
    String clean = PromptText.hidden(KeyText.hidden(text));
    return clean.length() <= MOST_CHARACTERS
        ? clean
        : clean.substring(0, MOST_CHARACTERS) + "… (" + whole.length() + " characters)";
  }
}
