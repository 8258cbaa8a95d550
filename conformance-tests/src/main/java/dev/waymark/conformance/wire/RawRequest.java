package dev.waymark.conformance.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  RawAnswer send(URI server) {
    try (Socket socket = Sockets.to(server)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // The server may answer, and hang up, before it has heard all.
      }
      return RawAnswer.read(socket.getInputStream(), text.startsWith("HEAD "));
    } catch (IOException e) {
      throw new NoAnswer(described(), String.valueOf(e.getMessage()), e);
    }
  }
}
