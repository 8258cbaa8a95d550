package dev.waymark.client;

import java.io.ByteArrayInputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * What the generated transport sends through: the place where an {@link Exchange} is plugged in.
 */
final class ExchangeHttpClient extends HttpClient {

  private final HttpClient http;
  private final Exchange exchange;

  ExchangeHttpClient(HttpClient http, Exchange exchange) {
    this.http = http;
    this.exchange = exchange;
  }

  /** The generated transport asks for streams and for nothing else, which makes the cast right. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> asStream) {
    Answer<byte[]> answer = exchange.send(request);
    byte[] json = AsciiJson.readableInAnyCharset(answer.body());
    return (HttpResponse<T>) answer.with(new ByteArrayInputStream(json));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    throw new UnsupportedOperationException("the generated transport waits for its answers");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    throw new UnsupportedOperationException("the generated transport waits for its answers");
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return http.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return http.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return http.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return http.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return http.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return http.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return http.authenticator();
  }

  @Override
  public Version version() {
    return http.version();
  }

  @Override
  public Optional<Executor> executor() {
    return http.executor();
  }
}
