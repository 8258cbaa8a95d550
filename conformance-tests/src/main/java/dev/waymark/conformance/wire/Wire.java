package dev.waymark.conformance.wire;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** HTTP without a client of ours in between. Safe for use by many threads. */
public final class Wire implements Sender, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** No answer of the contract is longer; what is, is cut off before it fills the memory. */
  private static final long LONGEST_BODY = 64L << 20;

  private final URI server;
  private final InstantSource time;
  private final Consumer<Exchange> judge;
  private final HttpClient client;
  private final Duration patience;

  private Wire(
      URI server,
      InstantSource time,
      Consumer<Exchange> judge,
      HttpClient client,
      Duration patience) {
    this.server = server;
    this.time = time;
    this.judge = judge;
    this.client = client;
    this.patience = patience;
  }

  /** {@code time} is the server's; {@code judge} fails where an answer is not as it should be. */
  public static Wire to(URI server, InstantSource time, Consumer<Exchange> judge) {
    return new Wire(server, time, judge, builder().build(), PATIENCE);
  }

  /** To the same server, but an answer that is not there to its last byte in time is none. */
  public Wire within(Duration time) {
    return new Wire(server, this.time, judge, client, time);
  }

  /** To the same server, from another address of this machine. */
  public Wire from(InetAddress source) {
    return new Wire(server, time, judge, builder().localAddress(source).build(), patience);
  }

  public URI server() {
    return server;
  }

  /** Fails when the answer breaks the contract. */
  @Override
  public Exchange send(Request request) {
    Exchange exchange = sendUnchecked(request);
    judge.accept(exchange);
    return exchange;
  }

  /** For requests that break HTTP itself, sent to the letter over a socket. */
  public Exchange sendRaw(RawRequest request) {
    Exchange exchange = sendRawUnchecked(request);
    judge.accept(exchange);
    return exchange;
  }

  /** The answer as it is, to a request that breaks HTTP itself. */
  public Exchange sendRawUnchecked(RawRequest request) {
    Instant from = time.instant();
    RawAnswer answer = request.send(server);
    return new Exchange(
        server,
        request.described(),
        answer.status(),
        answer.headers(),
        answer.body(),
        from,
        time.instant());
  }

  /**
   * The answer as it is.
   *
   * @throws NoAnswer if there is none
   */
  public Exchange sendUnchecked(Request request) {
    var from = time.instant();
    HttpResponse<byte[]> answer = answer(request);
    return new Exchange(
        server,
        request,
        answer.statusCode(),
        answer.headers(),
        answer.body(),
        from,
        time.instant());
  }

  private HttpResponse<byte[]> answer(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve(request.target()))
            .method(request.method(), publisher(request));
    request.headers().forEach(header -> builder.header(header.getKey(), header.getValue()));
    // The request's own timeout ends with the head of the answer; this one with its body.
    Future<HttpResponse<byte[]>> running =
        client.sendAsync(
            builder.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
    try {
      return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new NoAnswer(request, "none within %.1f s".formatted(patience.toMillis() / 1000.0), e);
    } catch (ExecutionException e) {
      throw new NoAnswer(request, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException(request + " was interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10));
  }

  private static BodyPublisher publisher(Request request) {
    if (request.chunked()) {
      return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body()));
    }
    return request.body().length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body());
  }
}
