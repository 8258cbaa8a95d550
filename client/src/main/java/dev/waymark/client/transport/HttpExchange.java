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

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Wire wire;

  public HttpExchange(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    Duration own = request.timeout().filter(time -> time.compareTo(limit) < 0).orElse(limit);
    ArrivingAnswer answer =
        new ArrivingAnswer(System.nanoTime() + own.toNanos(), MOST_BYTES, MOST_BYTES_OF_A_REFUSAL);
    try {
      wire.connections().http().send(within(request, own), answer);
    } catch (IOException failure) {
      // A refusal whose body broke off before the JDK had handed it out; what it says is told all
      // the same.
      if (!answer.refused()) {
        throw Wire.interruptedOr(failure);
      }
    }
    return answer.answer();
  }

  /** The JDK by itself would wait for the headers as long as the request says. */
  private static HttpRequest within(HttpRequest request, Duration limit) {
    if (request.timeout().filter(limit::equals).isPresent()) {
      return request;
    }
    Duration timeout = limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit;
    return HttpRequest.newBuilder(request, (name, value) -> true).timeout(timeout).build();
  }
}
