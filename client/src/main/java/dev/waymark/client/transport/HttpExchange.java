package dev.waymark.client.transport;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Over the network, from the first byte of the request to the last of its answer. */
public final class HttpExchange implements Exchange {

  /** Far above any page of the contract; there so that no answer can fill the memory. */
  private static final int MOST_BYTES = 32 << 20;

  /** The contract's errors are smaller by far; of a longer page nobody reads the rest. */
  public static final int MOST_BYTES_OF_A_REFUSAL = 64 << 10;

  private final Wire wire;

  public HttpExchange(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    ArrivingAnswer answer =
        new ArrivingAnswer(
            System.nanoTime() + limit.toNanos(), MOST_BYTES, MOST_BYTES_OF_A_REFUSAL);
    try {
      wire.connections().http().send(request, answer);
    } catch (IOException failure) {
      // A refusal whose body broke off before the JDK had handed it out; what it says is told all
      // the same.
      if (!answer.refused()) {
        throw Wire.interruptedOr(failure);
      }
    }
    return answer.answer();
  }
}
