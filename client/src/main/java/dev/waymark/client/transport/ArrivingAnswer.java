package dev.waymark.client.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects one answer. The JDK hands it out as soon as the headers are there; the caller's own
 * thread then waits for the rest and is its own clock, so that no timer is needed for a body that
 * is there already. Of a refusal that breaks off, what came of it counts.
 */
final class ArrivingAnswer implements BodyHandler<ArrivingAnswer>, BodySubscriber<ArrivingAnswer> {

  private final int mostBytes;
  private final int mostBytesOfARefusal;
  private final List<ByteBuffer> parts = new ArrayList<>(2);
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private volatile @Nullable ResponseInfo head;
  private Flow.@Nullable Subscription subscription;
  private long count;
  private boolean over;

  ArrivingAnswer(int mostBytes, int mostBytesOfARefusal) {
    this.mostBytes = mostBytes;
    this.mostBytesOfARefusal = mostBytesOfARefusal;
  }

  @Override
  public BodySubscriber<ArrivingAnswer> apply(ResponseInfo answer) {
    head = answer;
    return this;
  }

  @Override
  public CompletionStage<ArrivingAnswer> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription body) {
    if (over) {
      body.cancel();
      return;
    }
    subscription = body;
    body.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> more) {
    if (over) {
      return;
    }
    for (ByteBuffer part : more) {
      count += part.remaining();
    }
    parts.addAll(more);
    if (count > most()) {
      end(refused() ? null : new Faults.AnswerTooLarge(mostBytes));
      cancel();
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    end(refused() ? null : failure instanceof IOException ? failure : new IOException(failure));
  }

  @Override
  public synchronized void onComplete() {
    end(null);
  }

  /** Whether a refusal came, of which at least the headers are there. */
  boolean refused() {
    ResponseInfo answer = head;
    return answer != null && answer.statusCode() / 100 != 2;
  }

  /** Waits until {@link System#nanoTime} is {@code end}; of a refusal gives what there is then. */
  Answer<byte[]> until(long end) throws IOException, InterruptedException {
    ResponseInfo answer = head;
    if (answer == null) {
      throw new IOException("no answer came");
    }
    return Answer.of(answer, body(end));
  }

  private byte[] body(long end) throws IOException, InterruptedException {
    try {
      return whole.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return stop();
    } catch (InterruptedException interrupt) {
      cancel();
      throw interrupt;
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
    }
  }

  private synchronized byte[] stop() throws IOException {
    cancel();
    if (whole.isDone() && !whole.isCompletedExceptionally()) {
      return whole.join();
    }
    if (!refused()) {
      throw new HttpTimeoutException("the answer did not come in full in time");
    }
    return joined();
  }

  private synchronized void cancel() {
    over = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** What came of a refusal is worth more than the news that some of it is missing. */
  private void end(@Nullable Throwable failure) {
    if (over) {
      return;
    }
    over = true;
    if (failure == null) {
      whole.complete(joined());
    } else {
      whole.completeExceptionally(failure);
    }
  }

  private int most() {
    return refused() ? mostBytesOfARefusal : mostBytes;
  }

  private byte[] joined() {
    byte[] bytes = new byte[(int) Math.min(most(), count)];
    int filled = 0;
    for (ByteBuffer part : parts) {
      int length = Math.min(part.remaining(), bytes.length - filled);
      part.get(bytes, filled, length);
      filled += length;
    }
    return bytes;
  }
}
