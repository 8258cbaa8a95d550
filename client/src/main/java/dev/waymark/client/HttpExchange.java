package dev.waymark.client;

import java.io.IOException;
import java.net.http.HttpRequest;

/** Over the network, within the request's timeout from its first byte to the answer's last. */
final class HttpExchange implements Exchange {

  /** Far above any page of the contract; there so that no answer can fill the memory. */
  private static final long MOST_BYTES = 32L << 20;

  private final Wire wire;

  HttpExchange(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request) {
    Answer<IncomingBody> answer = wire.send(request, request.timeout().orElseThrow(), MOST_BYTES);
    try (IncomingBody body = answer.body()) {
      return answer.with(
          answer.isSuccess() ? body.readAllBytes() : body.beginning(ErrorAnswers.MOST_BYTES));
    } catch (IOException failure) {
      throw Wire.failed(request, failure);
    }
  }
}
