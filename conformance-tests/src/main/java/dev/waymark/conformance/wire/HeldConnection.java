package dev.waymark.conformance.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that has been served once and stays open, so that it takes its place. */
public final class HeldConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int NO_ROOM = 503;
  private static final RawRequest ASKED =
      RawRequest.head("HEAD /api/v1/errors HTTP/1.1", "Host: localhost");

  private final Socket socket;

  private HeldConnection(Socket socket) {
    this.socket = socket;
  }

  /**
   * Connects.
   *
   * @throws NoAnswer if nobody listens there
   */
  public static HeldConnection to(URI server) {
    try {
      Socket socket = Sockets.to(server);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new HeldConnection(socket);
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  /**
   * Returns as soon as the server has answered here.
   *
   * @return whether it takes a place: the server leaves it open, or has no place any more
   * @throws NoAnswer if it does not answer
   */
  public boolean hold() {
    try {
      socket.getOutputStream().write(ASKED.text().getBytes(StandardCharsets.ISO_8859_1));
      RawAnswer answer = RawAnswer.read(socket.getInputStream(), true);
      return answer.status() == NO_ROOM || !answer.isLast();
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, one way or the other.
    }
  }

  private static NoAnswer noAnswer(IOException cause) {
    return new NoAnswer(ASKED.described(), String.valueOf(cause.getMessage()), cause);
  }
}
