package dev.waymark.conformance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers a value {@link #IF_SAFE} stands for {@code true} where a resend cannot charge
 *     twice, else {@code false}; {@code in 3 seconds} for the date then
 */
public record Reply(int status, Map<String, String> headers, String body, Manner manner)
    implements Step {
  /** For {@code X-Should-Retry} of what may have been carried out. */
  public static final String IF_SAFE = "if safe";

  /** Stands for the id of the request, which is another one for each attempt. */
  public static final String REQUEST_ID = "{request id}";

  /** Stands for the base URL of another server, which the key is not for. */
  public static final String ELSEWHERE = "{elsewhere}";

  /** Between the bytes of an answer that drips. */
  public static final Duration DRIP = Duration.ofMillis(100);

  /** RFC 9110, section 5.6.7: unlike the JDK's own, with a day of two digits. */
  private static final DateTimeFormatter DATE_OF_HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String DATE = "in (\\d+) seconds";
  private static final String UNIX = "Unix time in (\\d+) seconds";

  /** How the body comes. */
  public enum Manner {
    WHOLE,
    /** Its last third never comes, though its length was said. */
    CUT,
    /** Byte by byte, each after {@link #DRIP}. */
    DRIPS,
    /** Whole, and an interim answer (103) comes before it. */
    AFTER_A_HINT
  }

  public Reply {
    headers = new LinkedHashMap<>(headers);
  }

  public static Reply of(int status, String body) {
    return new Reply(status, Map.of(), body, Manner.WHOLE);
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, manner);
  }

  public Reply without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeIf(name -> name.equalsIgnoreCase(header));
    return new Reply(status, fewer, body, manner);
  }

  public Reply withBody(String other) {
    return new Reply(status, headers, other, manner);
  }

  public Reply withStatus(int other) {
    return new Reply(other, headers, body, manner);
  }

  public Reply coming(Manner other) {
    return new Reply(status, headers, body, other);
  }

  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public boolean succeeds() {
    return status / 100 == 2;
  }

  /** All that is said to come of the body. */
  public byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  /** What does come. */
  public byte[] coming() {
    byte[] all = bytes();
    return manner == Manner.CUT ? Arrays.copyOf(all, all.length * 2 / 3) : all;
  }

  /** As it goes out now, to this call, under a request id of its own. */
  public Reply to(Call call, Instant now, String requestId) {
    Map<String, String> sent = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> sent.put(name, sent(value, call, now).replace(REQUEST_ID, requestId)));
    return new Reply(status, sent, body.replace(REQUEST_ID, requestId), manner);
  }

  /** With the other server's base URL wherever a header speaks of it. */
  public Reply leadingTo(URI elsewhere) {
    Map<String, String> sent = new LinkedHashMap<>();
    headers.forEach((name, value) -> sent.put(name, value.replace(ELSEWHERE, "" + elsewhere)));
    return new Reply(status, sent, body, manner);
  }

  private static String sent(String value, Call call, Instant now) {
    if (value.equals(IF_SAFE)) {
      return String.valueOf(call.idempotencyKey().isPresent() || call.method().equals("GET"));
    }
    if (value.matches(UNIX)) {
      long seconds = Long.parseLong(value.replaceFirst(UNIX, "$1"));
      return String.valueOf(now.plusSeconds(seconds).getEpochSecond());
    }
    if (!value.matches(DATE)) {
      return value;
    }
    long seconds = Long.parseLong(value.replaceFirst(DATE, "$1"));
    return DATE_OF_HTTP.format(now.plusSeconds(seconds));
  }

  /** All of it, as it went out: status, headers and as much of the body as came. */
  public String whole() {
    StringBuilder text = new StringBuilder(String.valueOf(status));
    headers.forEach((name, value) -> text.append("\n" + name + ": " + value));
    return text.append("\n\n" + new String(coming(), UTF_8)).toString();
  }

  @Override
  public String shown() {
    String what = header("X-Error-Code").map(code -> " " + code).orElse("");
    String wait = header("Retry-After").map(value -> ", Retry-After: " + value).orElse("");
    String should = header("X-Should-Retry").map(word -> ", X-Should-Retry: " + word).orElse("");
    String how =
        switch (manner) {
          case WHOLE -> "";
          case CUT -> ", cut in its middle";
          case DRIPS -> ", drop by drop";
          case AFTER_A_HINT -> ", after an interim 103";
        };
    boolean isPage = header("Content-Type").filter(type -> type.equals("text/html")).isPresent();
    String page = isPage ? " with an HTML page" : bytes().length == 0 ? " without a body" : "";
    return status + what + page + wait + should + how;
  }
}
