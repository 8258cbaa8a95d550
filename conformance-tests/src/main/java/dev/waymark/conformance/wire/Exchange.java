package dev.waymark.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param server where the request was sent to
 * @param from the server's time when the request was sent
 * @param until the server's time when the answer was there
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Exchange(
    URI server,
    Request request,
    int status,
    HttpHeaders headers,
    byte[] body,
    Instant from,
    Instant until) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Fails where the header is missing. */
  public String require(String name) {
    return header(name).orElseThrow(() -> new AssertionError("No header " + name + " in " + this));
  }

  public long number(String header) {
    return Long.parseLong(require(header));
  }

  /** Of the body, without parameters; empty where nothing says it. */
  public String mediaType() {
    return header("Content-Type").orElse("").replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
  }

  /** Nothing where there is no body; fails where the body is no JSON. */
  public JsonNode json() {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("The body is no JSON: " + this, e);
    }
  }

  /** Whether there is a body that is a JSON object or array. */
  public boolean hasJson() {
    try {
      return body.length > 0 && JSON.readTree(body).isContainerNode();
    } catch (IOException e) {
      return false;
    }
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The error's code, or nothing at all below 400. */
  public String code() {
    return header("X-Error-Code").orElse("");
  }

  @Override
  public String toString() {
    String type = header("Content-Type").orElse("");
    String shown = type.contains("json") ? text() : body.length + " bytes of " + type;
    return "%s → %d %s %s".formatted(request, status, headers.map(), shown);
  }
}
