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

  private static final int SCRATCH = 8 << 10;

  private final CompletableFuture<Void> end;
  private final long length;
  private final long mostBytes;
  private long count;
  private volatile boolean late;
  private volatile boolean heard;
  private volatile boolean closed;

  /** Of the silence that is listened for, whether it lasted. */
  private volatile CompletableFuture<Boolean> silent = CompletableFuture.completedFuture(false);

  IncomingBody(InputStream body, HttpHeaders headers, CompletableFuture<Void> end, long mostBytes) {
    super(body);
    this.end = end;
    this.length = headers.firstValueAsLong("Content-Length").orElse(-1);
    this.mostBytes = mostBytes;
    CompletableFuture<Void> unused = end.thenRun(this::stop);
  }

  /**
   * Ends it also when nothing has come for {@code silence}, or for up to twice as long; for who
   * reads without a pause.
   */
  public void endInSilence(Duration silence) {
    CompletableFuture<Boolean> next =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, silence.toMillis(), TimeUnit.MILLISECONDS);
    silent = next;
    if (end.isDone()) {
      next.complete(false);
    }
    CompletableFuture<Void> unused =
        next.thenAccept(passed -> {
          if (passed && !heard) {
            cutOff();
          } else if (passed) {
            heard = false;
            endInSilence(silence);
          }
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

  /** Reads them, so that they count. */
  @Override
  public long skip(long most) throws IOException {
    byte[] scratch = new byte[SCRATCH];
    long left = most;
    while (left > 0) {
      int more = read(scratch, 0, (int) Math.min(scratch.length, left));
      if (more < 0) {
        break;
      }
      left -= more;
    }
    return Math.max(0, most) - Math.max(0, left);
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
    closed = true;
    // Java 17 keeps the timers of what was cancelled.
    end.complete(null);
    super.close();
  }

  private void stop() {
    silent.complete(false);
    if (!closed) {
      cutOff();
    }
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
