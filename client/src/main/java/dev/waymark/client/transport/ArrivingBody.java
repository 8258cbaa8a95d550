package dev.waymark.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it arrives, a few buffers ahead of the reader. An interrupt ends the
 * reading and the exchange with it, which the JDK's own does not do before Java 21. One thread
 * reads; any may close.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {

  private static final long AHEAD = 2;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** Empty stands behind the last buffers. */
  private final BlockingQueue<Optional<List<ByteBuffer>>> arrived = new LinkedBlockingQueue<>();

  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private Iterator<ByteBuffer> buffers = Collections.emptyIterator();
  private ByteBuffer buffer = NOTHING;
  private boolean ended;

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    if (!subscription.compareAndSet(null, source) || closed) {
      source.cancel();
    } else {
      source.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    arrived.add(Optional.of(more));
  }

  @Override
  public void onError(Throwable brokenOff) {
    failure = brokenOff;
    arrived.add(Optional.empty());
  }

  @Override
  public void onComplete() {
    arrived.add(Optional.empty());
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(most, buffer.remaining());
    buffer.get(target, offset, count);
    return count;
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription source = subscription.get();
    if (source != null) {
      source.cancel();
    }
    // Wakes a reader that waits.
    arrived.add(Optional.empty());
  }

  private boolean hasMore() throws IOException {
    while (true) {
      if (closed) {
        throw new IOException("closed");
      }
      if (buffer.hasRemaining()) {
        return true;
      }
      if (buffers.hasNext()) {
        buffer = buffers.next();
      } else if (ended) {
        requireWhole();
        return false;
      } else {
        takeMore();
      }
    }
  }

  private void takeMore() throws IOException {
    Optional<List<ByteBuffer>> more = next();
    if (more.isEmpty()) {
      ended = true;
      return;
    }
    buffers = more.get().iterator();
    Flow.Subscription source = subscription.get();
    if (source != null) {
      source.request(1);
    }
  }

  private Optional<List<ByteBuffer>> next() throws IOException {
    try {
      return arrived.take();
    } catch (InterruptedException interrupt) {
      close();
      Thread.currentThread().interrupt();
      InterruptedIOException ended = new InterruptedIOException("interrupted while reading");
      ended.initCause(interrupt);
      throw ended;
    }
  }

  private void requireWhole() throws IOException {
    Throwable brokenOff = failure;
    if (brokenOff != null) {
      throw new IOException(brokenOff.getMessage(), brokenOff);
    }
  }
}
