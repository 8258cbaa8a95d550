package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer of a server. What is changed gives another one; what changes nothing gives the same, so
 * that a proxy can see whether there is anything to write anew.
 *
 * @param headers in their order and with their capitals
 * @param body without what the connection put around it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity only.
public record Answer(
    int status, String reason, List<Map.Entry<String, String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer {
    headers = List.copyOf(headers);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public boolean has(String name) {
    return header(name).isPresent();
  }

  /** The error's code; empty where there is none. */
  public String code() {
    return header("X-Error-Code").orElse("");
  }

  /** Of the body, without parameters. */
  public String mediaType() {
    return header("Content-Type").orElse("").replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
  }

  public boolean isError() {
    return status >= 400;
  }

  public Answer withStatus(int other) {
    return other == status ? this : new Answer(other, "", headers, body);
  }

  /** In the place of the header if it is there, else behind all others. */
  public Answer with(String name, String value) {
    List<Map.Entry<String, String>> changed = new ArrayList<>();
    boolean found = false;
    for (Map.Entry<String, String> header : headers) {
      if (!header.getKey().equalsIgnoreCase(name)) {
        changed.add(header);
      } else if (!found) {
        changed.add(Map.entry(header.getKey(), value));
        found = true;
      }
    }
    if (!found) {
      changed.add(Map.entry(name, value));
    }
    return changed.equals(headers) ? this : withHeaders(changed);
  }

  public Answer without(String name) {
    List<Map.Entry<String, String>> left =
        headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList();
    return left.size() == headers.size() ? this : withHeaders(left);
  }

  /** Changes a header if it is there. */
  public Answer changing(String name, UnaryOperator<String> change) {
    return header(name).map(value -> with(name, change.apply(value))).orElse(this);
  }

  public Answer withHeaders(List<Map.Entry<String, String>> others) {
    return new Answer(status, reason, others, body);
  }

  public Answer withBody(byte[] other) {
    return new Answer(status, reason, headers, other);
  }

  public Answer withBody(String mediaType, String text) {
    return with("Content-Type", mediaType).withBody(text.getBytes(UTF_8));
  }

  /** The body, if it is a JSON object. */
  public Optional<ObjectNode> json() {
    try {
      return mediaType().endsWith("json") && JSON.readTree(body) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Changes the body if it is a JSON object; the change gets a copy that it may work on. */
  public Answer withJson(UnaryOperator<ObjectNode> change) {
    Optional<ObjectNode> before = json();
    if (before.isEmpty()) {
      return this;
    }
    ObjectNode after = change.apply(before.get().deepCopy());
    return after.equals(before.get()) ? this : withBody(written(after));
  }

  /** As the oracles see it. */
  public Exchange exchange(Request request) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers.forEach(header ->
        all.computeIfAbsent(header.getKey(), _ -> new ArrayList<>()).add(header.getValue()));
    return new Exchange(
        URI.create("http://localhost"),
        request,
        status,
        HttpHeaders.of(all, (_, _) -> true),
        body,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  static byte[] written(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
