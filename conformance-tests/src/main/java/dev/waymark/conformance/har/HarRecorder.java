package dev.waymark.conformance.har;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.wire.Exchange;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps exchanges for a HAR 1.2 file, without keys, prompts and media. The same key is the same
 * pseudonym throughout. Safe for use by many threads.
 */
public final class HarRecorder implements Consumer<Exchange> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pseudonyms pseudonyms = new Pseudonyms();
  private final List<ObjectNode> entries = new ArrayList<>();
  private final String kit;

  /** {@code kit} is named as who has recorded. */
  public HarRecorder(String kit) {
    this.kit = kit;
  }

  @Override
  public void accept(Exchange exchange) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("startedDateTime", exchange.from().toString());
    double millis = Duration.between(exchange.from(), exchange.until()).toNanos() / 1_000_000.0;
    entry.put("time", millis);
    request(entry.putObject("request"), exchange);
    response(entry.putObject("response"), exchange);
    entry.putObject("cache");
    entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
    synchronized (entries) {
      entries.add(entry);
    }
  }

  /** The file's text. */
  public String har() {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode log = root.putObject("log");
    log.put("version", "1.2");
    String[] name = kit.split(" ", 2);
    log.putObject("creator").put("name", name[0]).put("version", name[name.length - 1]);
    synchronized (entries) {
      log.putArray("entries").addAll(entries);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void request(ObjectNode node, Exchange exchange) {
    node.put("method", exchange.request().method());
    node.put("url", pseudonyms.text(exchange.server() + exchange.request().target()));
    node.put("httpVersion", "HTTP/1.1");
    ArrayNode headers = node.putArray("headers");
    exchange
        .request()
        .headers()
        .forEach(header -> header(headers, header.getKey(), header.getValue()));
    node.putArray("cookies");
    node.putArray("queryString");
    node.put("headersSize", -1);
    byte[] body = exchange.request().body();
    node.put("bodySize", body.length);
    if (body.length > 0) {
      node.putObject("postData")
          .put("mimeType", exchange.request().value("Content-Type").orElse(""))
          .put("text", pseudonyms.text(new String(body, StandardCharsets.UTF_8)));
    }
  }

  private void response(ObjectNode node, Exchange exchange) {
    node.put("status", exchange.status());
    node.put("statusText", "");
    node.put("httpVersion", "HTTP/1.1");
    ArrayNode headers = node.putArray("headers");
    exchange
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> header(headers, name, value)));
    node.putArray("cookies");
    ObjectNode content = node.putObject("content");
    content.put("size", exchange.body().length);
    content.put("mimeType", exchange.header("Content-Type").orElse(""));
    if (isText(exchange)) {
      content.put("text", pseudonyms.text(exchange.text()));
    } else {
      content.put("comment", "media is not recorded");
    }
    node.put("redirectURL", "");
    node.put("headersSize", -1);
    node.put("bodySize", exchange.body().length);
  }

  private static boolean isText(Exchange exchange) {
    String type = exchange.mediaType();
    return type.startsWith("text/") || type.endsWith("json") || type.isEmpty();
  }

  private void header(ArrayNode headers, String name, String value) {
    headers.addObject().put("name", name).put("value", pseudonyms.header(name, value));
  }
}
