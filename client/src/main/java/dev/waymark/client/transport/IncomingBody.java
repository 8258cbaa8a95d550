package dev.waymark.client.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body on its way. It ends itself when its time is over or when it is too long, so that no read
 * waits for ever.
 */
public final class IncomingBody extends FilterInputStream {

  private final CompletableFuture<Void> end;
  private final long length;
  private final long mostBytes;
  private long count;
  private volatile boolean late;
  private volatile boolean heard;

  IncomingBody(InputStream body, HttpHeaders headers, CompletableFuture<Void> end, long mostBytes) {
    super(body);
    this.end = end;
    this.length = headers.firstValueAsLong("Content-Length").orElse(-1);
    this.mostBytes = mostBytes;
    CompletableFuture<Void> unused = end.thenRun(this::cutOff);
  }

  /**
   * Ends it also when nothing has come for {@code silence}, or for up to twice as long; for who
   * reads without a pause.
   */
  public void endInSilence(Duration silence) {
    CompletableFuture.delayedExecutor(silence.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> {
          if (end.isDone()) {
            return;
          }
          if (!heard) {
            cutOff();
            return;
          }
          heard = false;
          endInSilence(silence);
        });
  }

  /** Of a body that may break off, as much as there is. */
  public byte[] beginning(int most) {
    byte[] bytes = new byte[most];
    int filled = 0;
    try {
      int more;
      while (filled < most && (more = read(bytes, filled, most - filled)) >= 0) {
        filled += more;
      }
    } catch (IOException brokenOff) {
      // What came of a refusal is worth more than the news that some of it is missing.
    }
    return Arrays.copyOf(bytes, filled);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    int more = readInTime(buffer, offset, most);
    if (more < 0 && length >= 0 && count != length) {
      throw new IOException(count + " of " + length + " bytes came");
    }
    count += Math.max(0, more);
    if (count > mostBytes) {
      throw new Faults.AnswerTooLarge(mostBytes);
    }
    return more;
  }

  private int readInTime(byte[] buffer, int offset, int most) throws IOException {
    try {
      int more = super.read(buffer, offset, most);
      heard = true;
      return more;
    } catch (IOException failure) {
      throw late ? new HttpTimeoutException("the answer did not come in full in time") : failure;
    }
  }

  @Override
  public void close() throws IOException {
    end.cancel(false);
    super.close();
  }

  private void cutOff() {
    late = true;
    try {
      in.close();
    } catch (IOException closedAlready) {
      // There is nobody to tell; the reader finds out by itself.
    }
  }
}
