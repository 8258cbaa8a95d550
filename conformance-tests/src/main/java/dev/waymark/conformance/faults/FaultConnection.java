package dev.waymark.conformance.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One connection for one request, byte by byte: it can break the rules where a server cannot. */
final class FaultConnection {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int MOST_BYTES_OF_A_LINE = 16_384;
  private static final int MOST_BYTES_OF_A_BODY = 1 << 20;

  private static final String HINT =
      "HTTP/1.1 103 Early Hints\r\nLink: </docs>; rel=\"preload\"\r\n\r\n";

  private final Socket socket;
  private final InputStream in;

  FaultConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Nothing where no request came, or none that is HTTP. */
  Optional<Call> read() throws IOException {
    String[] first = line().split(" ", -1);
    if (first.length != 3) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = Math.max(0, line.indexOf(':'));
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return Optional.of(new Call(first[0], first[1], headers, new String(body(headers), UTF_8)));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (!headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunk")) {
      return bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.writeBytes(bytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    String size = line().replaceFirst(";.*", "").strip();
    return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
  }

  private byte[] bytes(int length) throws IOException {
    if (length > MOST_BYTES_OF_A_BODY) {
      throw new IOException("a body of " + length + " bytes");
    }
    return in.readNBytes(length);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      if (line.length() > MOST_BYTES_OF_A_LINE) {
        throw new IOException("a line without an end");
      }
      if (one != '\r') {
        line.append((char) one);
      }
    }
    return line.toString();
  }

  /** The head and, of an answer that comes at once, all that comes of the body. */
  void write(Reply reply) throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder(reply.manner() == Reply.Manner.AFTER_A_HINT ? HINT : "");
    head.append("HTTP/1.1 " + reply.status() + " As Scripted\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + reply.bytes().length + "\r\nConnection: close\r\n\r\n");
    ByteArrayOutputStream now = new ByteArrayOutputStream();
    now.writeBytes(head.toString().getBytes(ISO_8859_1));
    if (reply.manner() != Reply.Manner.DRIPS) {
      now.writeBytes(reply.coming());
    }
    socket.getOutputStream().write(now.toByteArray());
    if (reply.manner() == Reply.Manner.DRIPS) {
      for (byte drop : reply.coming()) {
        Thread.sleep(Reply.DRIP);
        socket.getOutputStream().write(drop);
      }
    }
    socket.getOutputStream().flush();
  }

  /** So that the caller's end is told of a failure, and not of an end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Returns when the caller has gone, or patience is over. */
  void waitForTheCallerToGo() throws IOException {
    while (in.read() >= 0) {
      // What it still sends is of no interest.
    }
  }
}
