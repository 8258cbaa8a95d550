package dev.waymark.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer with its body in the form that is needed. */
record Answer<T>(
    HttpRequest request, int statusCode, HttpHeaders headers, HttpClient.Version version, T body)
    implements HttpResponse<T> {

  static <T> Answer<T> of(HttpRequest request, HttpResponse.ResponseInfo head, T body) {
    return new Answer<>(request, head.statusCode(), head.headers(), head.version(), body);
  }

  <S> Answer<S> with(S otherBody) {
    return new Answer<>(request, statusCode, headers, version, otherBody);
  }

  boolean isSuccess() {
    return statusCode / 100 == 2;
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  /** Redirects are not followed. */
  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }
}
