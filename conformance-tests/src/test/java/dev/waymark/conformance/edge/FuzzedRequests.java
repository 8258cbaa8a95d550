package dev.waymark.conformance.edge;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Requests as nobody should send them, each a pure function of seed and number: good ones of every
 * operation, spoilt a few times over, alone, in halves and in rows.
 */
final class FuzzedRequests {
  private static final List<String> ODD_LINES =
      List.of(
          "Host: other",
          "Content-Length: 3",
          "Content-Length: -1",
          "Content-Length: 99999999999",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip",
          "Expect: 100-continue",
          "Expect: wonders",
          "Connection: close",
          "Connection: keep-alive, upgrade",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Content-Encoding: br",
          "Content-Type: multipart/form-data",
          "Content-Type: text/html; charset=\"",
          "Accept: text/html",
          "Accept: application/problem+json, application/vnd.waymark.typed+json;q=0.5",
          "Accept: ;;q=,/",
          "Authorization:",
          "Authorization: Basic Zm9vOmJhcg==",
          "Authorization: Bearer wm_live_nobody",
          "Idempotency-Key: \u00e9",
          "X-Max-Credits: 1e9",
          "Prefer: wait=1",
          "Range: bytes=9-1",
          "If-None-Match: *, \"",
          "Origin: null",
          "X-Test-Error: INTERNAL_ERROR",
          "X-Forwarded-For: 1.2.3.4",
          "X-HTTP-Method-Override: DELETE",
          "Cookie: " + "a=b; ".repeat(600),
          "X-Long: " + "x".repeat(17_000),
          " folded",
          ": nameless",
          "no colon");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "get", "head", "\"", "");
  private static final List<String> TARGET_ENDS =
      List.of(
          "%", "%zz", "%00", "/", "//", "/..", "?", "?limit=0", "?%", "#x", " x", "\u00ff", "\\");
  private static final List<String> VERSIONS =
      List.of("HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "http/1.1", "SIP/2.0", "");

  private final long seed;
  private final String key;
  private final List<Operation> operations = Contract.read().operations();

  FuzzedRequests(long seed, String key) {
    this.seed = seed;
    this.key = key;
  }

  byte[] get(int number) {
    Random random = new Random(seed + number * 0x9E3779B97F4A7C15L);
    StringBuilder text = new StringBuilder();
    int row = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 1;
    for (int request = 0; request < row; request++) {
      text.append(one(random));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    return random.nextInt(4) == 0 ? flipped(bytes, random) : bytes;
  }

  private String one(Random random) {
    Operation operation = operations.get(random.nextInt(operations.size()));
    String target =
        operation.path().replaceAll("\\{code}", "RATE_LIMIT").replaceAll("\\{[^}]+}", "x");
    String method = operation.method();
    String version = "HTTP/1.1";
    if (random.nextInt(6) == 0) {
      method = any(METHODS, random);
    }
    if (random.nextInt(5) == 0) {
      target += any(TARGET_ENDS, random);
    }
    if (random.nextInt(100) == 0) {
      target += "x".repeat(9000);
    }
    if (random.nextInt(20) == 0) {
      version = any(VERSIONS, random);
    }
    String body = method.equals("POST") ? body(random) : "";
    List<String> lines = new ArrayList<>();
    lines.add("Host: localhost");
    if (random.nextInt(3) > 0) {
      lines.add("Authorization: Bearer " + key);
    }
    if (!body.isEmpty()) {
      lines.add("Content-Type: application/json");
      lines.add("Content-Length: " + body.length());
    }
    spoil(lines, random);
    lines.addFirst(method + " " + target + " " + version);
    String lineEnd = random.nextInt(40) == 0 ? "\n" : "\r\n";
    return String.join(lineEnd, lines) + lineEnd + lineEnd + body;
  }

  private static void spoil(List<String> lines, Random random) {
    for (int times = random.nextInt(3); times > 0 && !lines.isEmpty(); times--) {
      int place = random.nextInt(lines.size());
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(place);
        case 1 -> lines.add(lines.get(place));
        case 2 -> Collections.shuffle(lines, random);
        default -> lines.add(place, any(ODD_LINES, random));
      }
    }
  }

  private static String body(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "{\"model\":";
      case 2 -> "[]";
      case 3 -> "{\"model\":\"\u00ff\"}";
      case 4 -> "{\"model\":\"atlas-1\",\"prompt\":\"" + "x".repeat(70_000) + "\"}";
      default -> "{\"model\":\"atlas-1\",\"prompt\":\"a lake at dusk\"}";
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] spoilt = random.nextInt(3) == 0 ? half(bytes, random) : bytes.clone();
    for (int times = random.nextInt(4); times > 0 && spoilt.length > 0; times--) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return spoilt;
  }

  private static byte[] half(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
