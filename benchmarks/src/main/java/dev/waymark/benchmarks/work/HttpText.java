package dev.waymark.benchmarks.work;

import java.nio.charset.StandardCharsets;

/** Requests with the headers of our Java client. */
final class HttpText {
  /** Digits that a workload overwrites to give each request a key of its own. */
  static final String SERIAL = "################";

  private HttpText() {}

  static byte[] get(String path, String key) {
    return bytes("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, head(key)));
  }

  static byte[] post(String path, String key, String run, String body) {
    return bytes(
        "POST %s HTTP/1.1\r\n%sIdempotency-Key: %s-%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(
                path, head(key), run, SERIAL, body.getBytes(StandardCharsets.UTF_8).length, body));
  }

  private static String head(String key) {
    return """
    Host: 127.0.0.1\r
    User-Agent: waymark-java\r
    Accept: application/json, application/problem+json;q=0.1\r
    Authorization: Bearer %s\r
    """
        .formatted(key);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
