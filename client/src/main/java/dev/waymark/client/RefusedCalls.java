package dev.waymark.client;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Throws what is not a 2xx, so that whoever stands outside sees answers that kept the contract's promise. */
final class RefusedCalls implements Exchange {

  private final Exchange exchange;
  private final ErrorAnswers errors;

  RefusedCalls(Exchange exchange, ErrorAnswers errors) {
    this.exchange = exchange;
    this.errors = errors;
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    HttpResponse<InputStream> answer = exchange.send(request);
    if (answer.statusCode() / 100 != 2) {
      throw errors.read(answer);
    }
    return answer;
  }
}
