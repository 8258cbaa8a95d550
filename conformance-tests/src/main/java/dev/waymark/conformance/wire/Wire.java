package dev.waymark.conformance.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.function.Consumer;

/** HTTP without a client of ours in between. Safe for use by many threads. */
public final class Wire implements Sender, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final InstantSource time;
  private final Consumer<Exchange> judge;
  private final HttpClient client;

  private Wire(URI server, InstantSource time, Consumer<Exchange> judge, HttpClient client) {
    this.server = server;
    this.time = time;
    this.judge = judge;
    this.client = client;
  }

  /** {@code time} is the server's; {@code judge} fails where an answer is not as it should be. */
  public static Wire to(URI server, InstantSource time, Consumer<Exchange> judge) {
    return new Wire(server, time, judge, builder().build());
  }

  /** To the same server, from another address of this machine. */
  public Wire from(InetAddress source) {
    return new Wire(server, time, judge, builder().localAddress(source).build());
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
    RawRequest.Answer answer = request.send(server);
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
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve(request.target()))
            .timeout(PATIENCE)
            .method(request.method(), publisher(request));
    request.headers().forEach(header -> builder.header(header.getKey(), header.getValue()));
    try {
      var from = time.instant();
      HttpResponse<byte[]> answer = client.send(builder.build(), BodyHandlers.ofByteArray());
      return new Exchange(
          server,
          request,
          answer.statusCode(),
          answer.headers(),
          answer.body(),
          from,
          time.instant());
    } catch (IOException e) {
      throw new NoAnswer(request, e);
    } catch (InterruptedException e) {
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
