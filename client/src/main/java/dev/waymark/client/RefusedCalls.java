package dev.waymark.client;

import java.net.http.HttpRequest;

/** Throws what is not a 2xx, so that whoever stands outside sees successes only. */
final class RefusedCalls implements Exchange {

  private final Exchange exchange;
  private final ErrorAnswers errors;

  RefusedCalls(Exchange exchange, ErrorAnswers errors) {
    this.exchange = exchange;
    this.errors = errors;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request) {
    Answer<byte[]> answer = exchange.send(request);
    if (!answer.isSuccess()) {
      throw errors.read(answer, answer.body());
    }
    return answer;
  }
}
