package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.waymark.conformance.wire.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads requests that leave no doubt. Anything else, also what stops half way, is handed on as the
 * bytes that have come so far.
 */
final class RequestReader {
  private static final int BETWEEN_REQUESTS_MILLIS = 500;
  private static final int IN_A_HEAD_MILLIS = 150;
  private static final int IN_A_BODY_MILLIS = 700;
  private static final int LONGEST_HEAD = 1 << 16;
  private static final int LONGEST_BODY = 1 << 26;

  private final Socket socket;
  private final BufferedInputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * What has come.
   *
   * @param bytes to the letter; none at the end
   * @param request nothing where they are no request that can be read
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Heard(byte[] bytes, Optional<Request> request) {
    boolean isEnd() {
      return bytes.length == 0;
    }
  }

  RequestReader(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
  }

  /** What comes after what was heard. */
  BufferedInputStream rest() {
    return in;
  }

  /** Waits for a request until none is wanted any more. */
  Heard hear(BooleanSupplier wanted) throws IOException {
    bytes.reset();
    if (!begins(wanted)) {
      return new Heard(new byte[0], Optional.empty());
    }
    try {
      Optional<Head> head = Head.ofRequest(head());
      if (head.isEmpty() || !head.get().leavesNoDoubt()) {
        return new Heard(bytes.toByteArray(), Optional.empty());
      }
      socket.setSoTimeout(IN_A_BODY_MILLIS);
      byte[] body = body(head.get());
      return new Heard(bytes.toByteArray(), Optional.of(head.get().request(body)));
    } catch (SocketTimeoutException | Unreadable e) {
      return new Heard(bytes.toByteArray(), Optional.empty());
    }
  }

  private boolean begins(BooleanSupplier wanted) throws IOException {
    socket.setSoTimeout(BETWEEN_REQUESTS_MILLIS);
    while (wanted.getAsBoolean()) {
      try {
        int first = in.read();
        if (first >= 0) {
          bytes.write(first);
        }
        return first >= 0;
      } catch (SocketTimeoutException e) {
        // Nobody has said anything yet.
      }
    }
    return false;
  }

  private String head() throws IOException {
    socket.setSoTimeout(IN_A_HEAD_MILLIS);
    int ending = 0;
    while (ending < 4 && bytes.size() < LONGEST_HEAD) {
      int next = next();
      ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : next == '\r' ? 1 : 0;
    }
    return bytes.toString(ISO_8859_1);
  }

  private byte[] body(Head head) throws IOException {
    if (!head.isChunked()) {
      int length = head.length();
      if (length > LONGEST_BODY) {
        throw new Unreadable();
      }
      return read(length);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunk(); length > 0; length = chunk()) {
      body.writeBytes(read(length));
      line();
    }
    while (!line().isEmpty()) {
      // A trailer.
    }
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    String line = line();
    if (!line.matches("[0-9a-fA-F]{1,6}")) {
      throw new Unreadable();
    }
    return Integer.parseInt(line, 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private byte[] read(int length) throws IOException {
    byte[] part = new byte[length];
    int read = 0;
    while (read < length) {
      int more = in.read(part, read, length - read);
      if (more < 0) {
        throw new Unreadable();
      }
      bytes.write(part, read, more);
      read += more;
    }
    return part;
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new Unreadable();
    }
    bytes.write(next);
    return next;
  }

  /** It ended, or is not what HTTP has. */
  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
