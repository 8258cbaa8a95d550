package dev.waymark.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ArrivingBodyTest {

  @Property(tries = 300)
  void what_arrives_in_any_parts_is_read_whole_in_any_steps(
      @ForAll byte[] bytes,
      @ForAll @IntRange(min = 1, max = 40) int part,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 50) Integer> steps)
      throws IOException {
    ArrivingBody body = new ArrivingBody();
    Source source = new Source(body, bytes, part);
    body.onSubscribe(source);

    assertThat(read(body, steps)).isEqualTo(bytes);
    assertThat(source.mostAhead).isLessThanOrEqualTo(2);
  }

  @Property(tries = 50)
  void one_that_breaks_off_is_told_after_what_came(@ForAll byte[] bytes) throws IOException {
    ArrivingBody body = new ArrivingBody();
    body.onSubscribe(new Silence());
    body.onNext(List.of(ByteBuffer.wrap(bytes)));
    body.onError(new IOException("cut"));

    assertThat(body.readNBytes(bytes.length)).isEqualTo(bytes);
    assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("cut");
  }

  @Example
  void an_interrupt_ends_the_reading_and_the_exchange() {
    ArrivingBody body = new ArrivingBody();
    Silence silence = new Silence();
    body.onSubscribe(silence);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> body.read(new byte[8], 0, 8))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(silence.cancelled).isTrue();
  }

  @Example
  void closing_wakes_who_reads() {
    ArrivingBody body = new ArrivingBody();
    body.onSubscribe(new Silence());
    CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> unchecked(body));

    body.close();

    assertThatThrownBy(reading::join).rootCause().hasMessage("closed");
  }

  @Example
  void what_comes_after_closing_is_given_up() {
    ArrivingBody body = new ArrivingBody();
    Silence silence = new Silence();
    body.close();

    body.onSubscribe(silence);

    assertThat(silence.cancelled).isTrue();
  }

  private static int unchecked(ArrivingBody body) {
    try {
      return body.read();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static byte[] read(ArrivingBody body, List<Integer> steps) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[50];
    for (int n = 0; ; n++) {
      int step = steps.get(n % steps.size());
      if (step == 0) {
        int one = body.read();
        if (one < 0) {
          return all.toByteArray();
        }
        all.write(one);
      } else {
        int count = body.read(buffer, 0, step);
        if (count < 0) {
          return all.toByteArray();
        }
        all.write(buffer, 0, count);
      }
    }
  }

  /** Gives so many bytes at a time, as they are asked for. */
  private static final class Source implements Flow.Subscription {

    private final ArrivingBody body;
    private final Queue<byte[]> parts = new ArrayDeque<>();
    private long mostAhead;
    private boolean over;

    Source(ArrivingBody body, byte[] bytes, int part) {
      this.body = body;
      for (int from = 0; from < bytes.length; from += part) {
        parts.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + part)));
      }
    }

    @Override
    public void request(long count) {
      mostAhead = Math.max(mostAhead, count);
      for (long n = 0; n < count && !parts.isEmpty(); n++) {
        body.onNext(List.of(ByteBuffer.allocate(0), ByteBuffer.wrap(parts.remove())));
      }
      if (parts.isEmpty() && !over) {
        over = true;
        body.onComplete();
      }
    }

    @Override
    public void cancel() {
      parts.clear();
    }
  }

  private static final class Silence implements Flow.Subscription {

    private volatile boolean cancelled;

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
