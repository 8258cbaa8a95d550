package dev.waymark.conformance.wire;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
  /** One value and nothing behind it, in which no member is there twice. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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

  /** The server's own time of its answer, in whole seconds; nothing where it tells none. */
  public Optional<Instant> date() {
    try {
      return header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(ZonedDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Of the body, without parameters; empty where nothing says it. */
  public String mediaType() {
    String type = header("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /** Nothing where there is no body; fails where the body is no JSON. */
  public JsonNode json() {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return read();
    } catch (IOException e) {
      throw new AssertionError("The body is no JSON: " + this, e);
    }
  }

  /** Whether there is a body that is a JSON object or array, in UTF-8 (RFC 8259). */
  public boolean hasJson() {
    try {
      return body.length > 0 && read().isContainerNode();
    } catch (IOException e) {
      return false;
    }
  }

  /** Read as text: of the bytes themselves a reader would take UTF-16 and UTF-32 as well. */
  private JsonNode read() throws IOException {
    return JSON.readTree(
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The error's code: what the header says, or, where there is none, the body; nothing at all below
   * 400, or where neither says it.
   */
  public String code() {
    Optional<String> told = header("X-Error-Code").filter(code -> !code.isBlank());
    return told.isPresent() || status < 400
        ? told.orElse("")
        : ErrorRead.of(this).map(ErrorRead::code).orElse("");
  }

  @Override
  public String toString() {
    String type = header("Content-Type").orElse("");
    String shown = type.contains("json") ? text() : body.length + " bytes of " + type;
    return "%s → %d %s %s".formatted(request, status, headers.map(), shown);
  }
}
