package dev.waymark.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Over the network. The request's timeout covers the answer's last byte; the JDK's own ends at its headers. */
final class HttpExchange implements Exchange {

  /** Far above any page of the contract; there so that no answer can fill the memory. */
  private static final long MOST_BYTES = 32L << 20;

  private static final BodyHandler<InputStream> WHOLE =
      headers ->
          BodySubscribers.mapping(
              new LimitedBody<>(BodySubscribers.ofByteArray(), MOST_BYTES),
              bytes -> new ByteArrayInputStream(AsciiJson.readableInAnyCharset(bytes)));

  private final HttpClient http;

  HttpExchange(HttpClient http) {
    this.http = http;
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    Duration limit = request.timeout().orElseThrow();
    CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, WHOLE);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw WaymarkConnectionException.of(
          request, new HttpTimeoutException("no whole answer within " + limit.toMillis() + " ms"));
    } catch (ExecutionException failure) {
      throw WaymarkConnectionException.of(request, asInputOutput(failure.getCause()));
    } catch (InterruptedException interrupt) {
      throw WaymarkInterruptedException.restoring(interrupt);
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException asInputOutput(Throwable cause) {
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }
}
