package dev.waymark.client.transport;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer with its body in the form that is needed. */
public record Answer<T>(int status, HttpHeaders headers, T body) {

  static <T> Answer<T> of(HttpResponse.ResponseInfo head, T body) {
    return new Answer<>(head.statusCode(), head.headers(), body);
  }

  public <S> Answer<S> with(S otherBody) {
    return new Answer<>(status, headers, otherBody);
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
