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
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects one answer until a time. A timer is set only where the body is not there yet when the
 * headers are: mostly it is. Of a refusal that breaks off or comes too late, what came of it
 * counts.
 */
final class ArrivingAnswer implements BodyHandler<ArrivingAnswer>, BodySubscriber<ArrivingAnswer> {

  private final long end;
  private final int mostBytes;
  private final int mostBytesOfARefusal;
  private final List<ByteBuffer> parts = new ArrayList<>(2);
  private final CompletableFuture<ArrivingAnswer> ended = new CompletableFuture<>();
  private @Nullable ResponseInfo head;
  private Flow.@Nullable Subscription subscription;
  private @Nullable IOException failure;
  private long count;
  private boolean over;

  /** {@code end} is of {@link System#nanoTime}. */
  ArrivingAnswer(long end, int mostBytes, int mostBytesOfARefusal) {
    this.end = end;
    this.mostBytes = mostBytes;
    this.mostBytesOfARefusal = mostBytesOfARefusal;
  }

  @Override
  public synchronized BodySubscriber<ArrivingAnswer> apply(ResponseInfo answer) {
    head = answer;
    return this;
  }

  @Override
  public CompletionStage<ArrivingAnswer> getBody() {
    if (!ended.isDone()) {
      long left = Math.max(0, end - System.nanoTime());
      CompletableFuture<Void> late =
          new CompletableFuture<Void>().completeOnTimeout(null, left, TimeUnit.NANOSECONDS);
      CompletableFuture<Void> unused = late.thenRun(this::tooLate);
      // Java 17 keeps the timer of what was cancelled.
      CompletableFuture<Boolean> unusedToo = ended.thenApply(whole -> late.complete(null));
    }
    return ended;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription body) {
    subscription = body;
    body.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    if (overFilled(more)) {
      finish(new Faults.AnswerTooLarge(mostBytes));
    }
  }

  private synchronized boolean overFilled(List<ByteBuffer> more) {
    if (over) {
      return false;
    }
    for (ByteBuffer part : more) {
      count += part.remaining();
    }
    parts.addAll(more);
    return count > (refused() ? mostBytesOfARefusal : mostBytes);
  }

  @Override
  public void onError(Throwable broken) {
    finish(broken instanceof IOException known ? known : new IOException(broken));
  }

  @Override
  public void onComplete() {
    finish(null);
  }

  private void tooLate() {
    finish(new HttpTimeoutException("the answer did not come in full in time"));
  }

  /** Hands the answer out first: what the JDK says of a cancelled body is not what happened. */
  private void finish(@Nullable IOException why) {
    Flow.@Nullable Subscription rest;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      failure = why;
      rest = why == null ? null : subscription;
    }
    ended.complete(this);
    if (rest != null) {
      rest.cancel();
    }
  }

  /** Whether a refusal came, of which at least the headers are there. */
  synchronized boolean refused() {
    return head != null && head.statusCode() / 100 != 2;
  }

  /** What came, once the JDK is done with it. */
  synchronized Answer<byte[]> answer() throws IOException {
    over = true;
    if (head == null) {
      throw new IOException("no answer came");
    }
    if (failure != null && !refused()) {
      throw failure;
    }
    return Answer.of(head, joined(refused() ? mostBytesOfARefusal : mostBytes));
  }

  private byte[] joined(int most) {
    byte[] bytes = new byte[(int) Math.min(most, count)];
    int filled = 0;
    for (ByteBuffer part : parts) {
      int length = Math.min(part.remaining(), bytes.length - filled);
      part.get(bytes, filled, length);
      filled += length;
    }
    return bytes;
  }
}
