package dev.waymark.client;

import dev.waymark.client.transport.IncomingBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;

/** An output on its way. */
record Output(HttpRequest request, IncomingBody body) implements Closeable {

  private static final int BUFFER = 64 << 10;

  /**
   * Fails with {@link IOException} where the writing fails, and unchecked where the output does not
   * come in full.
   */
  void copyTo(OutputStream target) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int count;
    while ((count = next(buffer)) >= 0) {
      target.write(buffer, 0, count);
    }
  }

  private int next(byte[] buffer) {
    try {
      return body.read(buffer, 0, buffer.length);
    } catch (IOException failure) {
      throw Unanswered.exception(request, failure, WaymarkException.ONE);
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
