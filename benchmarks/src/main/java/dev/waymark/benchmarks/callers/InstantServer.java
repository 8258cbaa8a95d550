package dev.waymark.benchmarks.callers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers at once with bytes that are ready, and keeps connections open: what is left is what the
 * caller costs. Knows requests without a body only.
 */
final class InstantServer implements AutoCloseable {
  private static final int MOST_BYTES = 8192;

  /** As the server of the contract sends them with every success. */
  private static final String HEADERS =
      """
      X-Request-Id: req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\r
      X-RateLimit-Limit: 240\r
      X-RateLimit-Remaining: 239\r
      X-RateLimit-Reset: 1795341990\r
      RateLimit-Policy: "rpm";q=240;w=60\r
      RateLimit: "rpm";r=239;t=1\r
      Date: Sun, 22 Nov 2026 10:00:00 GMT\r
      Content-Type: application/json\r
      """;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, byte[]> answers = new LinkedHashMap<>();

  /** {@code bodies} by path. */
  InstantServer(Map<String, String> bodies) throws IOException {
    bodies.forEach((path, body) -> answers.put(path, answer(body)));
    Thread.ofPlatform().daemon().name("instant-server").start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static byte[] answer(String body) {
    return ("HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(HEADERS, body.getBytes(UTF_8).length, body))
        .getBytes(UTF_8);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      byte[] buffer = new byte[MOST_BYTES];
      int filled = 0;
      for (int more = in.read(buffer);
          more > 0;
          more = in.read(buffer, filled, buffer.length - filled)) {
        filled += more;
        if (ended(buffer, filled)) {
          connection.getOutputStream().write(answerTo(buffer));
          filled = 0;
        }
      }
    } catch (IOException gone) {
      // So is the caller.
    }
  }

  private static boolean ended(byte[] buffer, int filled) {
    return filled > 3
        && buffer[filled - 1] == '\n'
        && buffer[filled - 2] == '\r'
        && buffer[filled - 3] == '\n';
  }

  private byte[] answerTo(byte[] request) throws IOException {
    for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
      if (asksFor(request, answer.getKey())) {
        return answer.getValue();
      }
    }
    throw new IOException("asked for something else: " + new String(request, ISO_8859_1));
  }

  private static boolean asksFor(byte[] request, String path) {
    int at = "GET ".length();
    for (int index = 0; index < path.length(); index++) {
      if (request[at + index] != path.charAt(index)) {
        return false;
      }
    }
    return request[at + path.length()] == ' ';
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
