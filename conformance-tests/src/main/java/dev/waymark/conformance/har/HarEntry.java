package dev.waymark.conformance.har;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One entry of a HAR 1.2 file. */
record HarEntry(JsonNode entry) {
  private static final int MOST_ABSENT_BYTES = 1 << 24;

  /** What Schemathesis writes in the place of what it takes for a secret. */
  private static final String FILTERED = "[Filtered]";

  private static final Pattern OF_NO_SERVER =
      Pattern.compile("(?is)(?!https?:)[a-z][a-z0-9+.-]*:.*");

  /** What may stand in a URL of a browser, and not in a URI (RFC 3986). */
  private static final Pattern UNESCAPED =
      Pattern.compile("[\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

  private static final Duration SKEW = Duration.ofSeconds(2);

  /** Of bodies as they went over the wire, where a HAR has them unpacked. */
  private static final Set<String> PACKING =
      Set.of("content-encoding", "content-length", "transfer-encoding");

  /** Whether a server has answered it, and not the browser itself, out of a {@code data:} URL. */
  boolean isAnswered() {
    return response().path("status").asInt() >= 100 && !OF_NO_SERVER.matcher(url()).matches();
  }

  /** Whether the recorder has left out something that is judged: a text, or what a header said. */
  boolean isIncomplete() {
    return isWithoutItsText()
        || headers(response()).values().stream().flatMap(List::stream).anyMatch(FILTERED::equals);
  }

  private boolean isWithoutItsText() {
    JsonNode content = response().path("content");
    String type = content.path("mimeType").asText();
    return (type.startsWith("text/") || type.contains("json"))
        && content.path("text").asText().isEmpty()
        && content.path("size").asLong() > 0
        && !request().path("method").asText().equals("HEAD");
  }

  /**
   * As if it had been seen on the wire.
   *
   * @throws HarProblem if something is missing that every entry has
   */
  Exchange exchange(int place) {
    try {
      URI url = new URI(escaped(url()));
      if (url.getHost() == null) {
        throw new IllegalArgumentException("it has no URL of a server");
      }
      Map<String, List<String>> headers = headers(response());
      if (headers.containsKey("content-encoding")) {
        headers.keySet().removeIf(name -> PACKING.contains(name.toLowerCase(Locale.ROOT)));
      }
      Instant from = OffsetDateTime.parse(entry.path("startedDateTime").asText()).toInstant();
      Instant until = from.plus(Duration.ofNanos(Math.round(entry.path("time").asDouble() * 1e6)));
      Duration skew = skew(headers, from, until);
      return new Exchange(
          new URI(url.getScheme() + "://" + url.getRawAuthority()),
          request(url),
          response().path("status").asInt(),
          HttpHeaders.of(headers, (_, _) -> true),
          body(),
          from.plus(skew),
          until.plus(skew));
    } catch (URISyntaxException | DateTimeException | IllegalArgumentException e) {
      throw new HarProblem("its entry %d cannot be read: %s".formatted(place, e.getMessage()));
    }
  }

  /** The address as a URI: browsers send some characters as they are that none has. */
  private static String escaped(String url) {
    int path = Math.max(0, url.indexOf('/', url.indexOf("://") + 3));
    return url.substring(0, path)
        + UNESCAPED
            .matcher(url.substring(path))
            .replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
  }

  /** How far the server's clock is ahead of the recorder's, where that can be seen at all. */
  private static Duration skew(Map<String, List<String>> headers, Instant from, Instant until) {
    try {
      Instant server =
          Optional.ofNullable(headers.get("date"))
              .map(values ->
                  ZonedDateTime.parse(values.getFirst(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant())
              .orElse(until);
      boolean isFar = server.isBefore(from.minus(SKEW)) || server.isAfter(until.plus(SKEW));
      return isFar ? Duration.between(until, server) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private Request request(URI url) {
    String path = Optional.ofNullable(url.getRawPath()).filter(one -> !one.isEmpty()).orElse("/");
    String query = Optional.ofNullable(url.getRawQuery()).map(one -> "?" + one).orElse("");
    Request made = Request.of(request().path("method").asText(), path + query);
    for (Map.Entry<String, List<String>> header : headers(request()).entrySet()) {
      for (String value : header.getValue()) {
        made = made.with(header.getKey(), value);
      }
    }
    return made.withBody(request().at("/postData/text").asText());
  }

  /** Without those of HTTP/2 that are no headers. */
  private static Map<String, List<String>> headers(JsonNode message) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode header : message.path("headers")) {
      String name = header.path("name").asText();
      if (!name.isBlank() && !name.startsWith(":")) {
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(header.path("value").asText());
      }
    }
    return headers;
  }

  private byte[] body() {
    JsonNode content = response().path("content");
    String text = content.path("text").asText();
    if (content.path("encoding").asText().equals("base64")) {
      return Base64.getMimeDecoder().decode(text);
    }
    int size = Math.clamp(content.path("size").asLong(), 0, MOST_ABSENT_BYTES);
    return text.isEmpty() && !request().path("method").asText().equals("HEAD")
        ? new byte[size]
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private String url() {
    return request().path("url").asText();
  }

  private JsonNode request() {
    return entry.path("request");
  }

  private JsonNode response() {
    return entry.path("response");
  }
}
