package dev.waymark.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer read from a socket. Its body is as long as it says itself: in chunks, by its length, or
 * until the server hangs up (RFC 9112, section 6.3).
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RawAnswer(int status, HttpHeaders headers, byte[] body) {
  private static final int LONGEST_BODY = 1 << 22;
  private static final int MOST_DIGITS = 7;
  private static final int FINAL = 200;

  /** Whatever comes that is no such answer is an {@link IOException}. */
  static RawAnswer read(InputStream in, boolean isBodiless) throws IOException {
    int status = status(in);
    HttpHeaders headers = headers(in);
    while (status < FINAL) {
      // Interim answers, of which any number may come unasked (RFC 9110, section 15.2).
      status = status(in);
      headers = headers(in);
    }
    byte[] body = isBodiless ? new byte[0] : body(in, headers);
    return new RawAnswer(status, headers, body);
  }

  private static int status(InputStream in) throws IOException {
    String statusLine = line(in);
    // To what it could not read, a server may answer in the oldest version that everybody reads.
    if (!statusLine.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("an answer that is not HTTP");
    }
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  /** Whether the server hangs up after it. */
  boolean isLast() {
    return headers.allValues("Connection").stream().anyMatch("close"::equalsIgnoreCase);
  }

  private static HttpHeaders headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0 || !line.substring(0, colon).matches("[!#-'*+.0-9A-Z^_`a-z|~-]+")) {
        throw new IOException("a line in its head is no header");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(headers, (_, _) -> true);
  }

  private static byte[] body(InputStream in, HttpHeaders headers) throws IOException {
    if (headers.firstValue("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(in);
    }
    String length = headers.firstValue("Content-Length").orElse("");
    return length.isEmpty() ? in.readNBytes(LONGEST_BODY) : exactly(number(length, 10), in);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(exactly(size, in));
      line(in);
    }
    while (!line(in).isEmpty()) {
      // Trailers, of which the contract has none.
    }
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return number(line(in).replaceFirst("[ \t]*;.*", ""), 16);
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseUnsignedInt(text, radix);
      if (text.length() <= MOST_DIGITS && number >= 0 && number <= LONGEST_BODY) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As one that is too long.
    }
    throw new IOException("its body has no length that can be read");
  }

  private static byte[] exactly(int length, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("its body is cut off");
    }
    return bytes;
  }

  /** What stands before the end of the line, or before the end of all. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > LONGEST_BODY) {
        throw new IOException("a line does not end");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
