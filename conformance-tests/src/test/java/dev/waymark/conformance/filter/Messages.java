package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.waymark.conformance.wire.Request;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * Requests and answers as bytes. Lengths are those of the bodies, whatever the headers said; what
 * says that it comes in chunks comes in chunks.
 */
final class Messages {
  private static final int CHUNK = 1000;

  private Messages() {}

  static byte[] bytes(Request request) {
    boolean hasBody = request.body().length > 0 || request.has("Content-Length");
    return bytes(
        request.method() + " " + request.target() + " HTTP/1.1",
        request.headers(),
        hasBody || request.chunked() ? String.valueOf(request.body().length) : "",
        request.body());
  }

  /** An answer to HEAD keeps the length that it states. */
  static byte[] bytes(Answer answer, boolean isOfHead) {
    boolean bodiless = isOfHead || answer.status() == 204 || answer.status() == 304;
    if (!bodiless && answer.has("Transfer-Encoding")) {
      return chunked(answer);
    }
    String length =
        bodiless
            ? answer.header("Content-Length").orElse("")
            : String.valueOf(answer.body().length);
    return bytes(first(answer), answer.headers(), length, bodiless ? new byte[0] : answer.body());
  }

  private static byte[] chunked(Answer answer) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int from = 0; from < answer.body().length; from += CHUNK) {
      int length = Math.min(CHUNK, answer.body().length - from);
      body.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      body.write(answer.body(), from, length);
      body.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    body.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(first(answer), answer.headers(), "Transfer-Encoding: chunked"));
    bytes.writeBytes(body.toByteArray());
    return bytes.toByteArray();
  }

  private static String first(Answer answer) {
    return "HTTP/1.1 " + answer.status() + " " + answer.reason();
  }

  private static byte[] bytes(
      String first, List<Map.Entry<String, String>> headers, String length, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(first, headers, length.isEmpty() ? "" : "Content-Length: " + length));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static byte[] head(
      String first, List<Map.Entry<String, String>> headers, String framing) {
    StringBuilder head = new StringBuilder(first).append("\r\n");
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey();
      if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
        head.append(name).append(": ").append(header.getValue()).append("\r\n");
      }
    }
    if (!framing.isEmpty()) {
      head.append(framing).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }
}
