package dev.waymark.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Bytes for a socket, HTTP or not.
 *
 * @param text characters up to 255, each one byte
 */
public record RawRequest(String text) {
  private static final int PATIENCE_MILLIS = 60_000;

  /** Those that say how the answer is to be judged. */
  private static final Pattern HEADER =
      Pattern.compile(
          "^(Host|Authorization|Accept|Origin|Idempotency-Key): *(\\S.*?)\r\n", Pattern.MULTILINE);

  /** A status line, headers and a body; the body is as long as its header says. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answer(int status, HttpHeaders headers, byte[] body) {}

  /** Lines of a request head, with the empty one that ends it. */
  public static RawRequest head(String... lines) {
    return new RawRequest(String.join("\r\n", lines) + "\r\n\r\n");
  }

  Request described() {
    String[] words = text.lines().findFirst().orElse("").split(" ", 3);
    String method = words[0].matches("[!-~]{1,64}") ? words[0] : "(raw)";
    String target = words.length > 1 && words[1].startsWith("/") ? words[1] : "(raw)";
    Request described = Request.of(method, target);
    for (MatchResult header : HEADER.matcher(text).results().toList()) {
      described = described.with(header.group(1), header.group(2));
    }
    return described;
  }

  Answer send(URI server) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // The server may answer, and hang up, before it has heard all.
      }
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new NoAnswer(described(), "no answer that is HTTP", e);
    }
  }

  private Answer read(InputStream in) throws IOException {
    String statusLine = line(in);
    // To what it could not read, a server may answer in the oldest version that everybody reads.
    if (!statusLine.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("an answer that is not HTTP");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    HttpHeaders all = HttpHeaders.of(headers, (_, _) -> true);
    boolean bodiless = text.startsWith("HEAD ");
    int length = bodiless ? 0 : (int) all.firstValueAsLong("Content-Length").orElse(0);
    return new Answer(Integer.parseInt(statusLine.substring(9, 12)), all, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
